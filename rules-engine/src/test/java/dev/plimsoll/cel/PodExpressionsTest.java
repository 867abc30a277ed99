package dev.plimsoll.cel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.document.DocumentReader;
import dev.plimsoll.document.Source;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the benchmark measures is the same on both sides. */
class PodExpressionsTest {
  @Test
  @SuppressWarnings("unchecked") // a manifest's root is a map
  void areTrueInBothLanguages() throws Exception {
    var source = new Source("pod.yaml", PodExpressions.POD);
    var root = DocumentReader.read(source).getFirst().root();
    var pod = (Map<String, ?>) Objects.requireNonNull(root);
    var environment = CelEnvironment.stored(KubernetesVersion.LATEST);
    for (var example : PodExpressions.ALL) {
      var expression = environment.compile(example.cel(), Declarations.admission());
      var value = expression.evaluate(Activation.of(Map.of("object", pod)), new Meter());
      assertThat(value).as(example.cel()).isEqualTo(true);
      assertThat(example.java().test(pod)).as(example.cel()).isTrue();
    }
  }
}
