package dev.plimsoll.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import dev.plimsoll.cel.KubernetesVersion;
import dev.plimsoll.document.DocumentReader;
import dev.plimsoll.document.MapNode;
import dev.plimsoll.document.Source;
import dev.plimsoll.linter.lint.Linter;
import dev.plimsoll.linter.rules.Severity;
import dev.plimsoll.policy.Binding;
import dev.plimsoll.policy.BindingReader;
import dev.plimsoll.policy.PolicySet;
import dev.plimsoll.policy.store.ShippedPolicies;
import dev.plimsoll.review.Reviewer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Helm makes of the chart, through Helm's own code. */
class ChartTest {

  private static final Path CHART =
      Path.of("..", "charts", "plimsoll").toAbsolutePath().normalize();
  private static final String NAMESPACE = "plimsoll-system";

  @BeforeAll
  static void helmRunsHere() {
    boolean runs;
    try {
      new Helm(CHART).lint().call();
      runs = true;
    } catch (UnsatisfiedLinkError | IllegalStateException unavailable) {
      runs = false;
    }
    assumeTrue(runs, "helm-java has no native library for this platform");
  }

  @Test
  void helmFindsNothingWrong() {
    var result = new Helm(CHART).lint().strict().call();

    assertThat(result.getMessages()).noneMatch(message -> message.contains("[ERROR]"));
    assertThat(result.isFailed()).isFalse();
  }

  @Test
  void theWebhookIsCalledWhereItIsServed() {
    var webhook = webhook(render());

    assertThat(webhook)
        .containsEntry("failurePolicy", "Fail")
        .containsEntry("sideEffects", "None")
        .containsEntry("matchPolicy", "Equivalent")
        .containsEntry("timeoutSeconds", 5L);
    assertThat(webhook.get("clientConfig"))
        .hasToString(
            "{service={name=plimsoll, namespace=plimsoll-system, path=/validate, port=443}}");
    assertThat(String.valueOf(webhook.get("namespaceSelector")))
        .contains("operator=NotIn", "values=[kube-system, plimsoll-system]");
  }

  @Test
  void certManagerIssuesForTheServiceAndTellsTheApiServer() {
    var rendered = render();

    assertThat(rendered)
        .contains("cert-manager.io/inject-ca-from: plimsoll-system/plimsoll")
        .contains("- plimsoll.plimsoll-system.svc\n");
    assertThat(kinds(rendered)).contains("Issuer", "Certificate");
  }

  @Test
  void aGivenSecretTakesThePlaceOfCertManager() {
    var rendered =
        template()
            .set("certificates.certManager.enabled", "false")
            .set("certificates.secretName", "my-tls")
            .set("certificates.caBundle", "Q0E=")
            .call();

    assertThat(rendered).contains("secretName: my-tls").contains("caBundle: Q0E=");
    assertThat(kinds(rendered)).doesNotContain("Issuer", "Certificate");
    assertThatThrownBy(() -> template().set("certificates.certManager.enabled", "false").call())
        .hasMessageContaining("certificates.");
  }

  @Test
  void valuesThatCannotBeMeantAreRefused() {
    assertThatThrownBy(() -> template().set("webhook.failurePolicy", "Perhaps").call())
        .hasMessageContaining("failurePolicy");
    assertThatThrownBy(() -> template().set("replica", "3").call()).hasMessageContaining("replica");
    assertThatThrownBy(() -> template().set("image.tag", "latest").call())
        .hasMessageContaining("tag");
  }

  @Test
  void failurePolicyAndPoliciesAreValues() {
    var rendered =
        template()
            .set("webhook.failurePolicy", "Ignore")
            .set("policies.own\\.yaml", "kind: ConfigMap")
            .call();

    assertThat(rendered)
        .contains("failurePolicy: Ignore")
        .contains("own.yaml: 'kind: ConfigMap'")
        .contains("--policies=/etc/plimsoll/policies");
  }

  @Test
  void theRenderedObjectsPassOurOwnChecklist() {
    var shipped = ShippedPolicies.load();
    var bindings =
        shipped.profile("checklist").orElseThrow().stream()
            .filter(BindingReader::reads)
            .map(object -> everywhere(BindingReader.read(object).binding()))
            .toList();
    var policies =
        PolicySet.of(
            shipped.policies(),
            bindings,
            policy -> shipped.compiler(policy, KubernetesVersion.LATEST));

    var result =
        new Linter(new Reviewer(policies), List.of(), List.of())
            .lint(new Source("chart.yaml", render()));

    assertThat(result.resources()).isGreaterThan(8);
    assertThat(result.findings()).noneMatch(finding -> finding.severity() != Severity.NOTE);
  }

  /** The shipped bindings spare Plimsoll's own namespace, which is just what is judged here. */
  private static Binding everywhere(Binding binding) {
    return new Binding(
        binding.name(),
        binding.annotations(),
        binding.policyName(),
        binding.paramRef(),
        null,
        binding.validationActions());
  }

  private static TemplateCommand template() {
    return new Helm(CHART)
        .template()
        .withKubeVersion("1.36.0")
        .withName("plimsoll")
        .withNamespace(NAMESPACE);
  }

  private static String render() {
    return template().call();
  }

  private static List<MapNode> objects(String rendered) {
    return DocumentReader.read(new Source("chart.yaml", rendered)).stream()
        .map(document -> document.root())
        .filter(MapNode.class::isInstance)
        .map(MapNode.class::cast)
        .toList();
  }

  private static List<@Nullable Object> kinds(String rendered) {
    return objects(rendered).stream().<@Nullable Object>map(object -> object.get("kind")).toList();
  }

  private static Map<String, @Nullable Object> webhook(String rendered) {
    for (var object : objects(rendered)) {
      if ("ValidatingWebhookConfiguration".equals(object.get("kind"))
          && object.get("webhooks") instanceof List<?> webhooks
          && webhooks.getFirst() instanceof MapNode webhook) {
        return webhook;
      }
    }
    throw new AssertionError("no ValidatingWebhookConfiguration is rendered");
  }
}
