package dev.plimsoll.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.admission.AdmissionResult.Admitted;
import dev.plimsoll.admission.AdmissionResult.Refused;
import dev.plimsoll.admission.AdmissionResult.Unknown;
import dev.plimsoll.cel.KubernetesVersion;
import dev.plimsoll.document.Document;
import dev.plimsoll.document.DocumentReader;
import dev.plimsoll.document.FieldPath;
import dev.plimsoll.document.MapNode;
import dev.plimsoll.document.Source;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AdmissionTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        containers:
        - name: web
          image: nginx
          env: []
          resources:
            limits:
              cpu: 0.5
              memory: 1024Mi
      """;

  @Test
  void aPodIsTypedCanonicalAndDefaulted() {
    var pod = admitted(POD);

    assertThat(at(pod, "spec", "containers", 0, "resources", "limits"))
        .isEqualTo(Map.of("cpu", "500m", "memory", "1Gi"));
    assertThat(at(pod, "spec", "containers", 0, "resources", "requests"))
        .isEqualTo(Map.of("cpu", "500m", "memory", "1Gi"));
    assertThat(at(pod, "spec", "containers", 0, "imagePullPolicy")).isEqualTo("Always");
    assertThat(at(pod, "spec", "containers", 0, "env")).isNull();
    assertThat(at(pod, "spec", "securityContext")).isEqualTo(Map.of());
    assertThat(at(pod, "status")).isEqualTo(Map.of("phase", "Pending", "qosClass", "Guaranteed"));
    assertThat(at(pod, "spec", "serviceAccountName")).isEqualTo("default");
    assertThat(at(pod, "metadata", "namespace")).isEqualTo("default");
  }

  @Test
  void aValueKeepsItsPlaceThoughItsTextChanged() {
    var document = read(POD);
    var pod = admitted(POD);

    var placed =
        new Document(
            document.source(), pod, document.start(), document.end(), List.of(), List.of());
    var container = FieldPath.ROOT.field("spec").field("containers").item(0);
    var cpu = container.field("resources").field("limits").field("cpu");
    assertThat(placed.place(cpu))
        .isEqualTo(document.source().span(POD.indexOf("0.5"), POD.indexOf("0.5") + 3));
    assertThat(placed.place(container.field("imagePullPolicy"))).isEqualTo(placed.place(container));
  }

  @Test
  void stringDataIsData() {
    var secret =
        admitted(
            """
            apiVersion: v1
            kind: Secret
            metadata: {name: keys}
            stringData: {token: hunter2}
            """);

    assertThat(secret.get("data")).isEqualTo(Map.of("token", "aHVudGVyMg=="));
    assertThat(secret).doesNotContainKey("stringData").containsEntry("type", "Opaque");
  }

  @Test
  void unknownAndDuplicateFieldsAreDroppedAndTold() {
    var result =
        admit(
            """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: a, naem: b}
            data:
              x: "1"
              x: "2"
            """);

    assertThat(result.problems())
        .extracting(StrictProblem::message)
        .containsExactlyInAnyOrder("unknown field \"metadata.naem\"", "duplicate field \"data.x\"");
    assertThat(((Admitted) result).object().get("data")).isEqualTo(Map.of("x", "2"));
  }

  @Test
  void aWrongTypeIsRefusedInTheDecodersWords() {
    var result =
        admit(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec: {replicas: "2"}
            """);

    assertThat(((Refused) result).message())
        .isEqualTo(
            "Deployment in version \"v1\" cannot be handled as a Deployment: json: cannot unmarshal"
                + " string into Go struct field DeploymentSpec.spec.replicas of type int32");
  }

  @Test
  void anInvalidObjectIsRefusedInTheServersWords() {
    var result =
        admit(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec:
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: wbe}}
                spec:
                  containers:
                  - name: web
            """);

    assertThat(((Refused) result).message())
        .isEqualTo(
            "Deployment.apps \"web\" is invalid: [spec.template.metadata.labels: Invalid value:"
                + " {\"app\":\"wbe\"}: `selector` does not match template `labels`,"
                + " spec.template.spec.containers[0].image: Required value]");
  }

  @Test
  void aCustomKindStaysAsItIs() {
    assertThat(admit("{apiVersion: example.org/v1, kind: Web}")).isInstanceOf(Unknown.class);
  }

  private static MapNode admitted(String yaml) {
    assertThat(admit(yaml)).isInstanceOf(Admitted.class);
    return ((Admitted) admit(yaml)).object();
  }

  private static AdmissionResult admit(String yaml) {
    var document = read(yaml);
    return Admission.forPolicies(KubernetesVersion.LATEST)
        .admit(document, (MapNode) Objects.requireNonNull(document.root()));
  }

  private static Document read(String yaml) {
    return DocumentReader.read(new Source("a.yaml", yaml)).getFirst();
  }

  private static @Nullable Object at(@Nullable Object node, Object... path) {
    for (var segment : path) {
      node =
          switch (node) {
            case Map<?, ?> map -> map.get(segment);
            case List<?> list when segment instanceof Integer i -> list.get(i);
            case null, default -> null;
          };
    }
    return node;
  }
}
