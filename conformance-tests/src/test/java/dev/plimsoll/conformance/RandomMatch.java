package dev.plimsoll.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Made-up constraints, labels and selectors; most are for the request of the same question. */
final class RandomMatch {
  private static final List<String> KEYS =
      List.of("app", "tier", "example.com/team", "kubernetes.io/metadata.name");
  private static final List<String> VALUES = List.of("web", "db", "", "shop", "default");

  private final Random random;
  private final RandomRequest request;

  RandomMatch(Random random, RandomRequest request) {
    this.random = random;
    this.request = request;
  }

  Map<String, @Nullable Object> resources(boolean ofPolicy) {
    var resources = new LinkedHashMap<String, @Nullable Object>();
    if (chance(20)) {
      resources.put("namespaceSelector", selector());
    }
    // the oracle's options have labels, the API server's own have not
    if (chance(15) && !request.operation().equals("CONNECT")) {
      resources.put("objectSelector", selector());
    }
    if (ofPolicy || chance(50)) {
      resources.put("resourceRules", rules(1));
    }
    if (chance(12)) {
      resources.put("excludeResourceRules", rules(0));
    }
    if (chance(40)) {
      resources.put("matchPolicy", one("Exact", "Equivalent"));
    }
    return resources;
  }

  private List<Map<String, @Nullable Object>> rules(int least) {
    var rules = new ArrayList<Map<String, @Nullable Object>>();
    for (int i = least + random.nextInt(2); i > 0; i--) {
      rules.add(chance(92) ? fitting() : stranger());
    }
    return rules;
  }

  /** Returns a rule for the request, but for a scope or name now and then. */
  private Map<String, @Nullable Object> fitting() {
    var resource = request.resource();
    var sub = request.subResource();
    var full = sub.isEmpty() ? resource.resource() : resource.resource() + "/" + sub;
    var names = new ArrayList<>(List.of(full, "*/*", resource.resource() + "/*"));
    names.add(sub.isEmpty() ? "*" : "*/" + sub);
    return rule(
        one("*", request.operation()),
        one("*", resource.group()),
        one("*", resource.version()),
        one(names));
  }

  private Map<String, @Nullable Object> stranger() {
    return rule(
        one("CREATE", "UPDATE", "DELETE", "CONNECT", "*"),
        one("", "apps", "autoscaling", "events.k8s.io", "extensions", "*"),
        one("v1", "v2", "v1beta1", "*"),
        one("pods", "deployments", "horizontalpodautoscalers", "events", "*", "*/*", "pods/exec"));
  }

  private Map<String, @Nullable Object> rule(
      String operation, String group, String version, String resource) {
    var rule = new LinkedHashMap<String, @Nullable Object>();
    rule.put("operations", List.of(operation));
    rule.put("apiGroups", List.of(group));
    rule.put("apiVersions", List.of(version));
    rule.put("resources", List.of(resource));
    if (chance(25)) {
      rule.put("scope", one("*", "Namespaced", "Cluster"));
    }
    if (chance(10)) {
      rule.put("resourceNames", List.of(one("web", "db", "")));
    }
    return rule;
  }

  Map<String, @Nullable Object> selector() {
    var selector = new LinkedHashMap<String, @Nullable Object>();
    if (chance(40)) {
      selector.put("matchLabels", labels());
    }
    if (chance(60)) {
      var expressions = new ArrayList<Map<String, @Nullable Object>>();
      for (int i = 1 + random.nextInt(2); i > 0; i--) {
        expressions.add(requirement());
      }
      selector.put("matchExpressions", expressions);
    }
    return selector;
  }

  private Map<String, @Nullable Object> requirement() {
    var requirement = new LinkedHashMap<String, @Nullable Object>();
    requirement.put("key", one(KEYS));
    var operator = one("In", "NotIn", "Exists", "DoesNotExist");
    requirement.put("operator", operator);
    if (operator.endsWith("In")) {
      requirement.put("values", List.of(one(VALUES), one(VALUES)));
    }
    return requirement;
  }

  Map<String, @Nullable Object> labels() {
    var labels = new LinkedHashMap<String, @Nullable Object>();
    for (int i = random.nextInt(3); i > 0; i--) {
      labels.put(one(KEYS), one(VALUES));
    }
    return labels;
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private String one(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private String one(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
