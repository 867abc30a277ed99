package dev.plimsoll.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.cel.CelEnvironment;
import dev.plimsoll.cel.KubernetesVersion;
import dev.plimsoll.document.DocumentReader;
import dev.plimsoll.document.MapNode;
import dev.plimsoll.document.Source;
import dev.plimsoll.policy.Binding;
import dev.plimsoll.policy.BindingReader;
import dev.plimsoll.policy.PolicyReader;
import dev.plimsoll.policy.PolicySet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What files don't tell is not checked, and never passed. */
class NotCheckedTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: shop}
      """;

  @Test
  void labelsOfANamespaceThatIsNotAmongTheFiles() {
    var policy = policy("namespaceSelector: {matchLabels: {team: a}}", "", "{expression: 'false'}");
    assertThat(review(List.of(policy, POD)))
        .singleElement()
        .isInstanceOfSatisfying(
            Outcome.NotChecked.class,
            it ->
                assertThat(it.reason()).isEqualTo("the Namespace \"shop\" is not among the files"));
  }

  @Test
  void theNameOfANamespaceIsKnownWhereverItIs() {
    var sparing =
        "namespaceSelector: {matchExpressions:"
            + " [{key: kubernetes.io/metadata.name, operator: NotIn, values: [%s]}]}";
    var elsewhere = policy(sparing.formatted("kube-system"), "", "{expression: 'true'}");
    var here = policy(sparing.formatted("shop"), "", "{expression: 'true'}");
    assertThat(review(List.of(elsewhere, POD))).singleElement().isInstanceOf(Outcome.Passed.class);
    assertThat(review(List.of(here, POD))).isEmpty();
  }

  @Test
  void aNamespaceObjectIsLookedAtOnlyAsFarAsItIsKnown() {
    var policy =
        policy(
            "",
            "",
            "{expression: namespaceObject.metadata.name == 'shop'}",
            "{expression: has(namespaceObject.metadata.labels)}",
            "{expression: namespaceObject.status.phase == 'Active' || true}");
    assertThat(review(List.of(policy, POD)))
        .extracting(outcome -> (Object) outcome.getClass())
        .containsExactly(Outcome.Passed.class, Outcome.NotChecked.class, Outcome.NotChecked.class);
  }

  @Test
  void paramsThatAreNotAmongTheFiles() {
    var policy = policy("", "paramKind: {apiVersion: v1, kind: ConfigMap}", "{expression: 'true'}");
    var binding =
        """
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingAdmissionPolicyBinding
        metadata: {name: b}
        spec:
          policyName: p
          validationActions: [Deny]
          paramRef: {name: limits, parameterNotFoundAction: Allow}
        """;
    assertThat(review(List.of(policy, binding, POD)))
        .singleElement()
        .isInstanceOfSatisfying(
            Outcome.NotChecked.class,
            it ->
                assertThat(it.reason())
                    .isEqualTo("configmaps \"shop/limits\" is not among the files"));
  }

  @Test
  void otherObjectsOfANamespaceThatTheFilesDontDescribe() {
    var policy =
        policy(
            "",
            "",
            "{expression: \"resource.List('networking.k8s.io/v1', 'networkpolicies',"
                + " request.namespace).size() > 0\"}");
    var namespace = "{apiVersion: v1, kind: Namespace, metadata: {name: shop}}";
    assertThat(review(List.of(policy, POD))).singleElement().isInstanceOf(Outcome.NotChecked.class);
    assertThat(review(List.of(policy, POD, namespace)))
        .singleElement()
        .isInstanceOf(Outcome.Violated.class);
  }

  @Test
  void whatAUserMayDoWithoutAnyRole() {
    var policy = policy("", "", "{expression: authorizer.path('/healthz').check('get').allowed()}");
    var jane = UserInfo.of("jane", List.of());
    var binding =
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: readers}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: reader}
        subjects: [{kind: User, name: jane}]
        """;
    var role =
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: reader}
        rules: [{nonResourceURLs: [/health*], verbs: [get]}]
        """;
    assertThat(review(List.of(policy, POD), jane))
        .singleElement()
        .isInstanceOf(Outcome.NotChecked.class);
    assertThat(review(List.of(policy, POD, binding), jane))
        .singleElement()
        .isInstanceOf(Outcome.Violated.class);
    assertThat(review(List.of(policy, POD, binding, role), jane))
        .singleElement()
        .isInstanceOf(Outcome.Passed.class);
    assertThat(review(List.of(policy, POD), UserInfo.ADMINISTRATOR))
        .singleElement()
        .isInstanceOf(Outcome.Passed.class);
  }

  private static String policy(String constraint, String spec, String... validations) {
    return """
    apiVersion: admissionregistration.k8s.io/v1
    kind: ValidatingAdmissionPolicy
    metadata: {name: p}
    spec:
      %s
      matchConstraints:
        %s
        resourceRules:
          - {operations: [CREATE], apiGroups: [""], apiVersions: [v1], resources: [pods]}
      validations: [%s]
    """
        .formatted(spec, constraint, String.join(", ", validations));
  }

  private static List<Outcome> review(List<String> files) {
    return review(files, UserInfo.ADMINISTRATOR);
  }

  /** Reviews the Pod among the files; a policy without a binding counts as bound with Deny. */
  private static List<Outcome> review(List<String> files, UserInfo user) {
    var objects = new ArrayList<Map<String, @Nullable Object>>();
    for (var file : files) {
      objects.add((MapNode) DocumentReader.read(new Source("file", file)).getFirst().root());
    }
    var policies =
        objects.stream()
            .filter(PolicyReader::reads)
            .map(it -> PolicyReader.read(it).policy())
            .toList();
    var bindings =
        objects.stream()
            .filter(BindingReader::reads)
            .map(it -> BindingReader.read(it).binding())
            .toList();
    var environment = CelEnvironment.stored(KubernetesVersion.LATEST);
    var set =
        PolicySet.of(
            policies,
            bindings.isEmpty() ? policies.stream().map(Binding::denying).toList() : bindings,
            environment::compile);
    var cluster = FileCluster.part(objects);
    var pod = objects.stream().filter(it -> "Pod".equals(it.get("kind"))).findFirst().orElseThrow();
    var review = ManifestReader.created(pod, cluster).orElseThrow().by(user);
    return new Reviewer(set).review(review, cluster);
  }
}
