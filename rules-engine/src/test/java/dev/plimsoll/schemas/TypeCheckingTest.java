package dev.plimsoll.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.cel.KubernetesVersion;
import dev.plimsoll.cel.Type;
import dev.plimsoll.document.Document;
import dev.plimsoll.document.DocumentReader;
import dev.plimsoll.document.Source;
import dev.plimsoll.policy.PolicyReader;
import dev.plimsoll.resources.GroupVersionKind;
import dev.plimsoll.resources.RestMapping;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The warnings that Kubernetes' own type checking gives, as conformance-tests/oracle answered for
 * the policies in warnings.jsonl; the random numbers in its type names are left out.
 */
class TypeCheckingTest {

  @Test
  void warnsAsTheApiServerDoes() throws IOException {
    for (Document line : lines()) {
      var fields = object(line.root());
      var policy = PolicyReader.read(object(fields.get("policy"))).policy();
      assertThat(TypeChecking.warnings(policy, KubernetesVersion.LATEST))
          .isEqualTo(warnings(fields.get("expect")));
    }
  }

  @Test
  void knowsEveryKindThatIsServedByDefault() {
    var unknown = new ArrayList<GroupVersionKind>();
    for (var resource : RestMapping.builtIn().resources()) {
      if (resource.served() && SchemaTypes.of(resource.kind()).isEmpty()) {
        unknown.add(resource.kind());
      }
    }
    // kube-apiserver knows the schemas of these two from what is registered with it.
    assertThat(unknown)
        .extracting(GroupVersionKind::group)
        .isSubsetOf("apiextensions.k8s.io", "apiregistration.k8s.io");
  }

  @Test
  void namesTypesByTheirPath() {
    var pod = SchemaTypes.of(new GroupVersionKind("", "v1", "Pod")).orElseThrow();
    assertThat(pod).isInstanceOf(Type.Struct.class).hasToString("Pod");
    var spec = Objects.requireNonNull(((Type.Struct) pod).fields().get("spec"));
    assertThat(((Type.Struct) spec).fields().get("containers"))
        .hasToString("list(Pod.spec.containers.@idx)");
  }

  private static List<Document> lines() throws IOException {
    try (var lines = TypeCheckingTest.class.getResourceAsStream("warnings.jsonl")) {
      var text = new String(Objects.requireNonNull(lines).readAllBytes(), StandardCharsets.UTF_8);
      return DocumentReader.read(new Source("warnings.json", text));
    }
  }

  @SuppressWarnings("unchecked") // a JSON object has text for keys
  private static Map<String, ?> object(@Nullable Object json) {
    return (Map<String, ?>) Objects.requireNonNull(json);
  }

  private static List<ExpressionWarning> warnings(@Nullable Object json) {
    return ((List<?>) Objects.requireNonNull(json))
        .stream()
            .map(warning -> object(warning))
            .map(
                fields ->
                    new ExpressionWarning(
                        String.valueOf(fields.get("fieldRef")),
                        String.valueOf(fields.get("warning"))))
            .toList();
  }
}
