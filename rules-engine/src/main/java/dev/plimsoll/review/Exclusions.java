package dev.plimsoll.review;

import dev.plimsoll.resources.GroupVersionResource;
import java.util.Set;

/**
 * Resources that no policy is asked about: reviews of who may do what, whose denial could break a
 * cluster, and the policies themselves, which nobody could then mend. From kubernetes/kubernetes
 * pkg/kubeapiserver/admission/exclusion and kubernetes/apiserver policy/generic/plugin.go.
 */
final class Exclusions {
  private static final Set<String> EXCLUDED =
      Set.of(
          "selfsubjectreviews.authentication.k8s.io",
          "tokenreviews.authentication.k8s.io",
          "localsubjectaccessreviews.authorization.k8s.io",
          "selfsubjectaccessreviews.authorization.k8s.io",
          "selfsubjectrulesreviews.authorization.k8s.io",
          "subjectaccessreviews.authorization.k8s.io",
          "validatingadmissionpolicies.admissionregistration.k8s.io",
          "validatingadmissionpolicybindings.admissionregistration.k8s.io",
          "mutatingadmissionpolicies.admissionregistration.k8s.io",
          "mutatingadmissionpolicybindings.admissionregistration.k8s.io");

  private Exclusions() {}

  static boolean contains(GroupVersionResource resource) {
    return resource.group().endsWith(".k8s.io") && EXCLUDED.contains(resource.groupResource());
  }
}
