package dev.plimsoll.conformance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A made-up question about policies: a few policies, their bindings, params and Namespaces, and a
 * request that some of them match. The same seed makes the same question.
 */
final class RandomReview {
  private static final List<String> NAMESPACES = List.of("default", "shop", "kube-system");
  private static final List<String> WORDS = List.of("a", "b", "web", "db");

  private final Random random;
  private final RandomExpressions expressions;
  private final RandomMatch match;
  private final RandomRequest request;

  private RandomReview(long seed) {
    random = new Random(seed);
    expressions = new RandomExpressions(random);
    request = new RandomRequest(random);
    match = new RandomMatch(random, request);
  }

  static PolicyQuestion of(long seed) {
    return new RandomReview(seed).question();
  }

  private PolicyQuestion question() {
    var policies = list(1, 3, this::policy);
    var bindings = new ArrayList<Map<String, @Nullable Object>>();
    for (int i = 0; i < policies.size(); i++) {
      int number = i;
      boolean params = spec(policies.get(i)).containsKey("paramKind");
      bindings.addAll(list(chance(95) ? 1 : 0, 2, j -> binding(number, j, params)));
    }
    var fields = new LinkedHashMap<String, @Nullable Object>();
    fields.put("policies", policies);
    fields.put("bindings", bindings);
    fields.put("params", params());
    fields.put("namespaces", namespaces());
    fields.put("request", request.fields());
    fields.put("authorizer", list(0, 3, _ -> decision()));
    return new PolicyQuestion(fields);
  }

  private static Map<String, @Nullable Object> spec(Map<String, @Nullable Object> object) {
    return PolicyQuestion.map(object.get("spec"));
  }

  private Map<String, @Nullable Object> policy(int number) {
    var spec = new LinkedHashMap<String, @Nullable Object>();
    if (chance(60)) {
      spec.put("failurePolicy", one("Fail", "Ignore"));
    }
    if (chance(35)) {
      spec.put("paramKind", paramKind());
    }
    spec.put("matchConstraints", match.resources(true));
    boolean params = spec.containsKey("paramKind");
    var variables = list(0, 3, i -> named("v" + i, expressions.any(params)));
    expressions.declare(variables.size());
    if (chance(35)) {
      spec.put("matchConditions", list(1, 3, i -> named("c" + i, expressions.condition(params))));
    }
    spec.put("variables", variables);
    spec.put("validations", list(0, 4, _ -> validation(params)));
    if (chance(30)) {
      spec.put("auditAnnotations", list(1, 3, i -> annotation(i, params)));
    }
    expressions.declare(0);
    return object("ValidatingAdmissionPolicy", "policy-" + number, spec);
  }

  private Map<String, @Nullable Object> paramKind() {
    var kind = new LinkedHashMap<String, @Nullable Object>();
    int which = random.nextInt(10);
    kind.put("apiVersion", which < 5 ? "v1" : which < 9 ? "example.com/v1" : "unknown.com/v1");
    kind.put("kind", which < 5 ? "ConfigMap" : which < 9 ? one("Limit", "Zone") : "Nothing");
    return kind;
  }

  private Map<String, @Nullable Object> validation(boolean params) {
    var validation = new LinkedHashMap<String, @Nullable Object>();
    validation.put("expression", expressions.condition(params));
    if (chance(40)) {
      validation.put(
          "message", one("must not", "  padded message ", "says \"no\" <b>", "größer als erlaubt"));
    }
    if (chance(40)) {
      validation.put("messageExpression", expressions.text(params));
    }
    if (chance(30)) {
      validation.put(
          "reason", one("Forbidden", "Invalid", "RequestEntityTooLarge", "Unauthorized"));
    }
    return validation;
  }

  private Map<String, @Nullable Object> annotation(int number, boolean params) {
    var annotation = new LinkedHashMap<String, @Nullable Object>();
    annotation.put("key", "key-" + number);
    annotation.put("valueExpression", expressions.text(params));
    return annotation;
  }

  private Map<String, @Nullable Object> binding(int policy, int number, boolean params) {
    var spec = new LinkedHashMap<String, @Nullable Object>();
    spec.put("policyName", chance(97) ? "policy-" + policy : "policy-none");
    if (chance(params ? 85 : 10)) {
      spec.put("paramRef", paramRef());
    }
    if (chance(30)) {
      spec.put("matchResources", match.resources(false));
    }
    var actions =
        List.of(
            List.of("Deny"),
            List.of("Warn"),
            List.of("Audit"),
            List.of("Deny", "Audit"),
            List.of("Warn", "Audit"),
            List.of("Audit", "Deny"));
    spec.put("validationActions", actions.get(random.nextInt(actions.size())));
    return object("ValidatingAdmissionPolicyBinding", "binding-" + policy + "-" + number, spec);
  }

  private Map<String, @Nullable Object> paramRef() {
    var ref = new LinkedHashMap<String, @Nullable Object>();
    if (chance(50)) {
      ref.put("name", one("a", "b", "web", "missing"));
    } else {
      ref.put("selector", match.selector());
    }
    if (chance(25)) {
      ref.put("namespace", one("default", "shop"));
    }
    ref.put("parameterNotFoundAction", one("Allow", "Deny"));
    return ref;
  }

  /** Limits live in namespaces, Zones outside of them. */
  private List<Map<String, @Nullable Object>> params() {
    var params = new ArrayList<Map<String, @Nullable Object>>();
    var names = new HashSet<String>();
    for (int i = random.nextInt(6); i > 0; i--) {
      var kind = one("ConfigMap", "Limit", "Zone");
      var name = one("a", "b", "web");
      var namespace = kind.equals("Zone") ? "" : one("default", "shop");
      if (!names.add(kind + namespace + name)) {
        continue;
      }
      var metadata = new LinkedHashMap<String, @Nullable Object>();
      metadata.put("name", name);
      if (!namespace.isEmpty()) {
        metadata.put("namespace", namespace);
      }
      var labels = match.labels();
      if (!labels.isEmpty()) {
        metadata.put("labels", labels); // the server's types leave out an empty map
      }
      var param = new LinkedHashMap<String, @Nullable Object>();
      param.put("apiVersion", kind.equals("ConfigMap") ? "v1" : "example.com/v1");
      param.put("kind", kind);
      param.put("metadata", metadata);
      param.put("data", Map.of("max", one("1", "2", "many"), "name", one("web", "x")));
      params.add(param);
    }
    return params;
  }

  private List<Map<String, @Nullable Object>> namespaces() {
    var namespaces = new ArrayList<Map<String, @Nullable Object>>();
    for (var name : NAMESPACES) {
      if (chance(93)) {
        var metadata = new LinkedHashMap<String, @Nullable Object>();
        metadata.put("name", name);
        metadata.put("uid", "0-" + name);
        if (chance(80)) {
          metadata.put("labels", match.labels());
        }
        if (chance(30)) {
          metadata.put("annotations", Map.of("owner", one(WORDS)));
        }
        var namespace = new LinkedHashMap<String, @Nullable Object>();
        namespace.put("metadata", metadata);
        if (chance(50)) {
          namespace.put("spec", Map.of("finalizers", List.of("kubernetes")));
          namespace.put("status", Map.of("phase", "Active"));
        }
        namespaces.add(namespace);
      }
    }
    return namespaces;
  }

  private Map<String, @Nullable Object> decision() {
    var decision = new LinkedHashMap<String, @Nullable Object>();
    if (chance(50)) {
      decision.put("verb", one("get", "list", "delete"));
    }
    if (chance(50)) {
      decision.put("resource", one("pods", "secrets"));
    }
    decision.put("allowed", chance(60));
    if (chance(30)) {
      decision.put("reason", "because");
    }
    if (chance(15)) {
      decision.put("error", "broken");
    }
    return decision;
  }

  private static Map<String, @Nullable Object> named(String name, String expression) {
    var named = new LinkedHashMap<String, @Nullable Object>();
    named.put("name", name);
    named.put("expression", expression);
    return named;
  }

  private static Map<String, @Nullable Object> object(
      String kind, String name, Map<String, @Nullable Object> spec) {
    var object = new LinkedHashMap<String, @Nullable Object>();
    object.put("apiVersion", "admissionregistration.k8s.io/v1");
    object.put("kind", kind);
    object.put("metadata", Map.of("name", name));
    object.put("spec", spec);
    return object;
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

  private <T> List<T> list(int least, int most, IntFunction<T> item) {
    var items = new ArrayList<T>();
    int size = least + random.nextInt(most - least + 1);
    for (int i = 0; i < size; i++) {
      items.add(item.apply(i));
    }
    return items;
  }
}
