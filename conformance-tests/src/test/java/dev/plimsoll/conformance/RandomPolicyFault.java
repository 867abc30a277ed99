package dev.plimsoll.conformance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A made-up policy with a few of its fields broken, as somebody might write it. */
final class RandomPolicyFault {
  private static final List<@Nullable Object> TEXTS =
      List.of(
          "",
          " ",
          "a",
          "A b",
          "x/y/z",
          "/",
          "-",
          "*",
          "*/*",
          "pods/*",
          "*/exec",
          "Fail",
          "Deny",
          "v1",
          "apps/v1",
          "ConfigMap",
          "in",
          "1 == 1",
          "object.x",
          "'text'",
          "a\nb",
          "ü",
          "Forbidden",
          "Equivalent",
          "Exists",
          "Cluster",
          "x".repeat(64),
          "y".repeat(254),
          "..",
          "a%b",
          "undeclared",
          "1 +",
          "<b>&\"",
          "variables.v0",
          "params.x == 1",
          "authorizer != null");

  private final Random random;

  private RandomPolicyFault(long seed) {
    random = new Random(seed);
  }

  static Map<String, @Nullable Object> of(long seed) {
    var policies = RandomReview.of(seed).fields().get("policies");
    var policy = PolicyQuestion.map(((List<?>) Objects.requireNonNull(policies)).getFirst());
    var fault = new RandomPolicyFault(seed);
    @Nullable Object broken = policy;
    for (int i = 1 + fault.random.nextInt(3); i > 0; i--) {
      broken = fault.broken(broken, 0);
    }
    return PolicyQuestion.map(broken);
  }

  /** Changes one leaf, or leaves out, doubles or empties something, keeping every type. */
  private @Nullable Object broken(@Nullable Object value, int depth) {
    return switch (value) {
      case Map<?, ?> map when !map.isEmpty() -> brokenMap(map, depth);
      case List<?> list when !list.isEmpty() -> brokenList(list, depth);
      case String _ -> TEXTS.get(random.nextInt(TEXTS.size()));
      case null, default -> value;
    };
  }

  private Map<String, @Nullable Object> brokenMap(Map<?, ?> map, int depth) {
    var copy = new LinkedHashMap<String, @Nullable Object>();
    map.forEach((key, value) -> copy.put(String.valueOf(key), value));
    var keys = new ArrayList<>(copy.keySet());
    keys.removeAll(List.of("apiVersion", "kind"));
    if (depth > 0) {
      keys.addAll(copy.containsKey("apiVersion") ? List.of("apiVersion", "kind") : List.of());
    }
    if (keys.isEmpty()) {
      return copy;
    }
    var key = keys.get(random.nextInt(keys.size()));
    if (depth > 0 && random.nextInt(8) == 0) {
      copy.remove(key);
    } else {
      copy.put(key, broken(copy.get(key), depth + 1));
    }
    return copy;
  }

  private List<@Nullable Object> brokenList(List<?> list, int depth) {
    var copy = new ArrayList<@Nullable Object>(list);
    int i = random.nextInt(copy.size());
    switch (random.nextInt(8)) {
      case 0 -> copy.clear();
      case 1 -> copy.add(copy.get(i));
      case 2 -> copy.addAll(Collections.nCopies(random.nextInt(70), copy.get(i)));
      default -> copy.set(i, broken(copy.get(i), depth + 1));
    }
    return copy;
  }
}
