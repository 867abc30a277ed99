package dev.plimsoll.cel;

import dev.plimsoll.document.FieldPath;

/**
 * Where a value came from: {@code spec.containers[0].image} of {@code object}.
 *
 * @param variable the variable, such as {@code object} or {@code params}
 * @param path the place inside its value; it need not exist, when it is missing that is the cause
 */
public record Origin(String variable, FieldPath path) {
  Origin field(String name) {
    return new Origin(variable, path.field(name));
  }

  Origin item(int index) {
    return new Origin(variable, path.item(index));
  }

  @Override
  public String toString() {
    var text = path.toString();
    return text.isEmpty() ? variable : variable + (text.startsWith("[") ? "" : ".") + text;
  }
}
