package dev.plimsoll.webhook;

/** AdmissionReviews as an API server sends them. */
final class AdmissionReviews {

  static final String UID = "705ab4f5-6393-11e8-b7cc-42010a800002";

  static final String CREATE_POD =
      """
      {
        "apiVersion": "admission.k8s.io/v1",
        "kind": "AdmissionReview",
        "request": {
          "uid": "705ab4f5-6393-11e8-b7cc-42010a800002",
          "kind": {"group": "", "version": "v1", "kind": "Pod"},
          "resource": {"group": "", "version": "v1", "resource": "pods"},
          "requestKind": {"group": "", "version": "v1", "kind": "Pod"},
          "requestResource": {"group": "", "version": "v1", "resource": "pods"},
          "name": "web",
          "namespace": "shop",
          "operation": "CREATE",
          "userInfo": {
            "username": "alice",
            "groups": ["developers", "system:authenticated"],
            "extra": {"scopes": ["a", "b"]}
          },
          "object": {
            "apiVersion": "v1",
            "kind": "Pod",
            "metadata": {"name": "web", "namespace": "shop"},
            "spec": {"containers": [{"name": "web", "image": "nginx:latest"}]}
          },
          "oldObject": null,
          "dryRun": false,
          "options": {"kind": "CreateOptions", "apiVersion": "meta.k8s.io/v1"}
        }
      }
      """;

  private AdmissionReviews() {}
}
