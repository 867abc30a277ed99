package dev.plimsoll.admission;

import java.util.List;

/** Folds matchLabelKeys of affinity terms and spread constraints into their selectors. */
final class AffinityKeys {
  private static final List<String> AFFINITIES = List.of("podAffinity", "podAntiAffinity");

  private AffinityKeys() {}

  static void apply(Struct spec, Entries labels) {
    var affinity = spec.struct("affinity");
    if (affinity != null) {
      for (var name : AFFINITIES) {
        var pods = affinity.struct(name);
        if (pods != null) {
          pods.structs("preferredDuringSchedulingIgnoredDuringExecution")
              .forEach(term -> term(term.make("podAffinityTerm"), labels));
          pods.structs("requiredDuringSchedulingIgnoredDuringExecution")
              .forEach(term -> term(term, labels));
        }
      }
    }
    for (var constraint : spec.structs("topologySpreadConstraints")) {
      keys(constraint, "matchLabelKeys", "In", labels);
    }
  }

  private static void term(Struct term, Entries labels) {
    keys(term, "matchLabelKeys", "In", labels);
    keys(term, "mismatchLabelKeys", "NotIn", labels);
  }

  private static void keys(Struct term, String field, String operator, Entries labels) {
    var selector = term.struct("labelSelector");
    var keys = term.items(field);
    if (selector == null || keys == null) {
      return;
    }
    for (var key : keys.list) {
      if (key.value() instanceof String name && labels.get(name) instanceof String value) {
        var expression = selector.append("matchExpressions");
        expression.set("key", name);
        expression.set("operator", operator);
        expression.set("values", Items.of(value));
      }
    }
  }
}
