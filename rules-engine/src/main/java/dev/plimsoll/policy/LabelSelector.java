package dev.plimsoll.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A choice of objects by their labels: all requirements must hold.
 *
 * @param requirements none chooses everything
 */
public record LabelSelector(List<Requirement> requirements) {

  public static final LabelSelector EVERYTHING = new LabelSelector(List.of());

  public LabelSelector {
    requirements = List.copyOf(requirements);
  }

  /** Returns the selector of {@code matchLabels} and {@code matchExpressions}. */
  public static LabelSelector of(Map<String, String> labels, List<Requirement> expressions) {
    var all = new ArrayList<Requirement>();
    labels.forEach((key, value) -> all.add(new Requirement(key, Operator.IN, List.of(value))));
    all.addAll(expressions);
    return all.isEmpty() ? EVERYTHING : new LabelSelector(all);
  }

  /** How a requirement compares. */
  public enum Operator {
    IN,
    NOT_IN,
    EXISTS,
    DOES_NOT_EXIST
  }

  /** What one label must be. */
  public record Requirement(String key, Operator operator, List<String> values) {
    public Requirement {
      values = List.copyOf(values);
    }

    public boolean matches(Map<String, ? extends @Nullable Object> labels) {
      return switch (operator) {
        case IN -> labels.get(key) instanceof String value && values.contains(value);
        case NOT_IN -> !(labels.get(key) instanceof String value && values.contains(value));
        case EXISTS -> labels.containsKey(key);
        case DOES_NOT_EXIST -> !labels.containsKey(key);
      };
    }
  }

  public boolean isEmpty() {
    return requirements.isEmpty();
  }

  public boolean matches(Map<String, ? extends @Nullable Object> labels) {
    for (var requirement : requirements) {
      if (!requirement.matches(labels)) {
        return false;
      }
    }
    return true;
  }
}
