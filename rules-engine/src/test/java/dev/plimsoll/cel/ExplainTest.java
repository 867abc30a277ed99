package dev.plimsoll.cel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.plimsoll.document.DocumentReader;
import dev.plimsoll.document.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a user is shown when an expression is false: the fields that made it so. */
class ExplainTest {
  private static final String POD =
      """
      metadata:
        name: web
        labels: {app: web, tier: front}
      spec:
        hostNetwork: true
        replicas: 1
        containers:
        - name: one
          image: one:latest
          ports: [{containerPort: 80, hostPort: 80}, {containerPort: 81}]
          resources: {limits: {cpu: 1}}
        - name: two
          image: two:1.2
          securityContext: {privileged: true}
        - name: three
          image: three:latest
          resources: {limits: {memory: 1Gi, cpu: 2}}
        initContainers:
        - name: init
          image: init:latest
      """;

  static Stream<Arguments> explained() {
    return Stream.of(
        row("object.spec.replicas >= 2", "object.spec.replicas"),
        row("dyn(object).?spec.?replicas.orValue(1) >= 2", "object.spec.replicas"),
        row(
            "object.spec.hostNetwork == false && object.spec.replicas == 1",
            "object.spec.hostNetwork"),
        row(
            "!object.spec.hostNetwork && object.spec.replicas > 1",
            "object.spec.hostNetwork, object.spec.replicas"),
        row(
            "object.metadata.name == 'x' || object.spec.replicas > 1",
            "object.metadata.name, object.spec.replicas"),
        row("has(object.spec.securityContext)", "object.spec.securityContext"),
        row("has(object.spec.a.b.c)", "object.spec.a.b.c"),
        row("object.spec.a.b == 1", "object.spec.a.b"),
        row("object.?spec.a.b.orValue(1) == 2", "object.spec.a.b"),
        row(
            "dyn(object.spec.containers).all(c, !c.image.startsWith('two'))",
            "object.spec.containers[1] <- object.spec.containers[1].image"),
        row("object.metadata.?labels['z'].hasValue()", "object.metadata.labels.z"),
        row("'z' in object.metadata.labels", "object.metadata.labels"),
        row(
            "object.spec.containers.all(c, !c.image.endsWith(':latest'))",
            "object.spec.containers[0] <- object.spec.containers[0].image",
            "object.spec.containers[2] <- object.spec.containers[2].image"),
        row(
            "object.spec.containers.all(c, has(c.resources) && has(c.resources.limits) &&"
                + " has(c.resources.limits.memory))",
            "object.spec.containers[0] <- object.spec.containers[0].resources.limits.memory",
            "object.spec.containers[1] <- object.spec.containers[1].resources"),
        row(
            "object.spec.containers.all(c, c.?resources.?limits.?memory.hasValue())",
            "object.spec.containers[0] <- object.spec.containers[0].resources.limits.memory",
            "object.spec.containers[1] <- object.spec.containers[1].resources.limits.memory"),
        row(
            "!object.spec.containers.exists(c, c.?securityContext.?privileged.orValue(false))",
            "object.spec.containers[1] <- object.spec.containers[1].securityContext.privileged"),
        row(
            "object.spec.containers.exists(c, c.name == 'main')",
            "object.spec.containers[0] <- object.spec.containers[0].name",
            "object.spec.containers[1] <- object.spec.containers[1].name",
            "object.spec.containers[2] <- object.spec.containers[2].name"),
        row(
            "[].exists(c, c == 1) || object.spec.?volumes.orValue([]).exists(v, v.x)",
            "object.spec.volumes"),
        row(
            "object.spec.containers.filter(c, c.image.endsWith(':latest')).size() == 0",
            "object.spec.containers[0] <- object.spec.containers[0]",
            "object.spec.containers[2] <- object.spec.containers[2]"),
        row(
            "size(object.spec.containers.filter(c, c.image.endsWith(':latest')).map(c, c.name)) =="
                + " 0",
            "object.spec.containers[0] <- object.spec.containers[0].name",
            "object.spec.containers[2] <- object.spec.containers[2].name"),
        row(
            "(object.spec.containers + object.spec.?initContainers.orValue([]))"
                + ".all(c, c.image.contains(':1'))",
            "object.spec.containers[0] <- object.spec.containers[0].image",
            "object.spec.containers[2] <- object.spec.containers[2].image",
            "object.spec.initContainers[0] <- object.spec.initContainers[0].image"),
        row(
            "object.spec.containers.all(c, c.?ports.orValue([]).all(p, !has(p.hostPort)))",
            "object.spec.containers[0].ports[0] <- object.spec.containers[0].ports[0].hostPort"),
        row(
            "object.spec.containers.all(c, c.?ports.orValue([]).filter(p, has(p.hostPort)) == [])",
            "object.spec.containers[0].ports[0] <- object.spec.containers[0].ports[0]"),
        row("size(object.spec.containers) <= 2", "object.spec.containers"),
        row(
            "object.spec.hostNetwork ? object.spec.replicas > 1 : object.metadata.name == ''",
            "object.spec.replicas"),
        row("object.metadata.labels.all(k, k != 'tier')", "object.metadata.labels.tier"),
        row("object.metadata.labels.all(k, v, v != 'web')", "object.metadata.labels.app"),
        row(
            "variables.latest.size() == 0",
            "object.spec.containers[0] <- object.spec.containers[0].image",
            "object.spec.containers[2] <- object.spec.containers[2].image"),
        row("variables.fine", "object.spec.hostNetwork"),
        row("object.spec.containers[1].image == 'x'", "object.spec.containers[1].image"),
        row("object.spec.replicas == params.replicas", "object.spec.replicas, params.replicas"),
        row(
            "object.spec.containers.map(c, c.image).sort()[0] == 'x'",
            "object.spec.containers[0] <- object.spec.containers[0].image",
            "object.spec.containers[1] <- object.spec.containers[1].image",
            "object.spec.containers[2] <- object.spec.containers[2].image"));
  }

  private static Arguments row(String expression, String... evidence) {
    return Arguments.of(expression, List.of(evidence));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("explained")
  void pointsAtWhatIsWrong(String source, List<String> evidence) throws Exception {
    assertThat(explain(source)).isEqualTo(evidence);
  }

  @Test
  void neverRepeatsAnElement() throws Exception {
    assertThat(explain("object.spec.containers.all(c, c.name == 'x' && c.image == 'x')"))
        .containsExactly(
            "object.spec.containers[0] <- object.spec.containers[0].name,"
                + " object.spec.containers[0].image",
            "object.spec.containers[1] <- object.spec.containers[1].name,"
                + " object.spec.containers[1].image",
            "object.spec.containers[2] <- object.spec.containers[2].name,"
                + " object.spec.containers[2].image");
  }

  @Test
  void valuesOfUnknownTypeKeepTheirPlace() throws Exception {
    assertThat(explain("dyn(object).?spec.?hostNetwork.orValue(false) == false"))
        .containsExactly("object.spec.hostNetwork");
  }

  private static List<String> explain(String source) throws CompileException {
    var environment = CelEnvironment.stored(KubernetesVersion.LATEST);
    var variables = new ArrayList<NamedExpression>();
    var declarations = Declarations.admission().withParams();
    variables.add(
        NamedExpression.of(
            "latest",
            environment.compile(
                "object.spec.containers.filter(c, c.image.endsWith(':latest')).map(c, c.image)",
                declarations)));
    variables.add(
        NamedExpression.of("fine", environment.compile("!object.spec.hostNetwork", declarations)));
    var types = variables.stream().collect(Collectors.toMap(NamedExpression::name, v -> v.type()));
    var expression = environment.compile(source, declarations.withVariables(types));
    var values = new HashMap<String, @Nullable Object>();
    values.put("object", read(POD));
    values.put("params", read("replicas: 3"));
    var activation = Activation.of(values).withVariables(variables);
    var outcome = new @Nullable Object[1];
    var failure = catchThrowable(() -> outcome[0] = expression.evaluate(activation, new Meter()));
    assertThat(failure instanceof EvaluationException || Boolean.FALSE.equals(outcome[0]))
        .as("the expression is false, or has no value")
        .isTrue();
    return expression.explain(activation).stream().map(ExplainTest::written).toList();
  }

  private static Object read(String yaml) {
    var root = DocumentReader.read(new Source("pod.yaml", yaml)).getFirst().root();
    return Objects.requireNonNull((Map<?, ?>) root);
  }

  private static String written(Evidence evidence) {
    var causes = evidence.causes().stream().map(Origin::toString).collect(Collectors.joining(", "));
    return evidence.element().map(element -> element + " <- " + causes).orElse(causes);
  }
}
