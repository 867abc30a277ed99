package dev.plimsoll.policy;

import dev.plimsoll.document.FieldPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one object of a document, read as Go's decoder reads them: null is absent, a value
 * of a wrong type is an error and absent, a field that nobody knows is an error.
 */
final class Fields {
  private final FieldPath path;
  private final Map<?, ?> values;
  private final List<FieldError> errors;

  private Fields(FieldPath path, Map<?, ?> values, List<FieldError> errors) {
    this.path = path;
    this.values = values;
    this.errors = errors;
  }

  /** Returns the fields of an object, or none if it isn't one. */
  static Fields of(
      @Nullable Object object, FieldPath path, Set<String> known, List<FieldError> errors) {
    if (object instanceof Map<?, ?> map) {
      for (var key : map.keySet()) {
        if (!known.isEmpty() && !known.contains(String.valueOf(key))) {
          errors.add(FieldError.unknown(path.field(String.valueOf(key))));
        }
      }
      return new Fields(path, map, errors);
    }
    if (object != null) {
      errors.add(FieldError.wrongType(path, typeOf(object), "object"));
    }
    return new Fields(path, Map.of(), errors);
  }

  FieldPath path() {
    return path;
  }

  FieldPath path(String name) {
    return path.field(name);
  }

  void add(FieldError error) {
    errors.add(error);
  }

  boolean has(String name) {
    return values.get(name) != null;
  }

  /** Returns a string, empty if there is none. */
  String text(String name) {
    return text(values.get(name), path(name));
  }

  /** Returns a string that must be one of a few; the fallback if it is absent or none of them. */
  String choice(String name, List<String> supported, String fallback) {
    if (!has(name)) {
      return fallback;
    }
    var text = text(name);
    if (supported.contains(text)) {
      return text;
    }
    errors.add(FieldError.notSupported(path(name), text, supported));
    return fallback;
  }

  /** Returns an object's fields; those of an absent one are all absent. */
  Fields object(String name, String... known) {
    return of(values.get(name), path(name), Set.of(known), errors);
  }

  List<Fields> objects(String name, String... known) {
    return objects(name, Set.of(known));
  }

  List<Fields> objects(String name, Set<String> known) {
    var found = new ArrayList<Fields>();
    var items = items(name);
    for (int i = 0; i < items.size(); i++) {
      found.add(of(items.get(i), path(name).item(i), known, errors));
    }
    return found;
  }

  List<String> texts(String name) {
    var found = new ArrayList<String>();
    var items = items(name);
    for (int i = 0; i < items.size(); i++) {
      found.add(text(items.get(i), path(name).item(i)));
    }
    return found;
  }

  Map<String, String> textMap(String name) {
    var found = new LinkedHashMap<String, String>();
    if (values.get(name) instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> {
            var text = String.valueOf(key);
            found.put(text, text(value, path(name).field(text)));
          });
    } else if (has(name)) {
      errors.add(FieldError.wrongType(path(name), typeOf(values.get(name)), "map[string]string"));
    }
    return found;
  }

  private List<?> items(String name) {
    var value = values.get(name);
    if (value instanceof List<?> list) {
      return list;
    }
    if (value != null) {
      errors.add(FieldError.wrongType(path(name), typeOf(value), "array"));
    }
    return List.of();
  }

  private String text(@Nullable Object value, FieldPath path) {
    if (value instanceof String text) {
      return text;
    }
    if (value != null) {
      errors.add(FieldError.wrongType(path, typeOf(value), "string"));
    }
    return "";
  }

  private static String typeOf(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Map<?, ?> _ -> "object";
      case List<?> _ -> "array";
      case Boolean _ -> "bool";
      case Number _ -> "number";
      default -> "string";
    };
  }
}
