package dev.plimsoll.resources;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RestMappingTest {
  private final RestMapping mapping = RestMapping.builtIn();

  @Test
  void knowsTheResourceOfAKind() {
    var ingress = mapping.resource(GroupVersionKind.of("networking.k8s.io/v1", "Ingress"));
    assertThat(ingress).isPresent();
    assertThat(ingress.orElseThrow().name())
        .isEqualTo(new GroupVersionResource("networking.k8s.io", "v1", "ingresses"));
    assertThat(ingress.orElseThrow().namespaced()).isTrue();
    var node = mapping.resource(GroupVersionKind.of("v1", "Node")).orElseThrow();
    assertThat(node.namespaced()).isFalse();
  }

  @Test
  void knowsWhatASubresourceTakes() {
    var pods = mapping.resource(new GroupVersionResource("", "v1", "pods")).orElseThrow();
    assertThat(pods.kind("exec")).contains(GroupVersionKind.of("v1", "PodExecOptions"));
    assertThat(pods.kind("eviction")).contains(GroupVersionKind.of("policy/v1", "Eviction"));
    assertThat(pods.kind("resize")).contains(GroupVersionKind.of("v1", "Pod"));
    assertThat(pods.kind("scale")).isEmpty();
  }

  @Test
  void guessesThePluralOfOtherKinds() {
    assertThat(guess("Widget")).isEqualTo("widgets");
    assertThat(guess("Gateway")).isEqualTo("gateways");
    assertThat(guess("NetworkPolicy")).isEqualTo("networkpolicies");
    assertThat(guess("IngressClass")).isEqualTo("ingressclasses");
    assertThat(guess("Dockerfile")).isEqualTo("dockerfiles");
  }

  private static String guess(String kind) {
    return RestMapping.guess(GroupVersionKind.of("example.com/v1", kind)).resource();
  }

  @Test
  void findsTheOtherNamesOfAResource() {
    assertThat(others("extensions/v1beta1", "ingresses", ""))
        .containsExactly("networking.k8s.io/v1 ingresses");
    assertThat(others("apps/v1beta1", "deployments", "scale"))
        .containsExactly("apps/v1 deployments");
    assertThat(others("autoscaling/v1", "horizontalpodautoscalers", "status"))
        .containsExactly("autoscaling/v2 horizontalpodautoscalers");
    assertThat(others("v1", "events", "")).containsExactly("events.k8s.io/v1 events");
    assertThat(others("apps/v1", "deployments", "")).isEmpty();
  }

  private static java.util.List<String> others(String version, String plural, String sub) {
    var kind = GroupVersionKind.of(version, "");
    return EquivalentResources.of(
            new GroupVersionResource(kind.group(), kind.version(), plural), sub)
        .stream()
        .map(it -> it.apiVersion() + " " + it.resource())
        .toList();
  }
}
