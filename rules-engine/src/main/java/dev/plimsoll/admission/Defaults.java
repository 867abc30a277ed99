package dev.plimsoll.admission;

import dev.plimsoll.cel.functions.Quantity;
import dev.plimsoll.resources.FieldType;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Applies the defaults of all types in an object, a type's own before those of what it holds, as
 * the generated SetObjectDefaults functions of kubernetes/kubernetes do.
 */
final class Defaults {
  private static final Map<String, Consumer<Struct>> BY_TYPE = byType();

  private Defaults() {}

  private static Map<String, Consumer<Struct>> byType() {
    var all = new HashMap<String, Consumer<Struct>>();
    all.putAll(PodDefaults.ALL);
    all.putAll(VolumeDefaults.ALL);
    all.putAll(CoreDefaults.ALL);
    all.putAll(WorkloadDefaults.ALL);
    all.putAll(AutoscalingDefaults.ALL);
    all.putAll(RegistrationDefaults.ALL);
    all.putAll(GroupDefaults.ALL);
    return Map.copyOf(all);
  }

  static void apply(Struct object) {
    var own = BY_TYPE.get(object.type.name());
    if (own != null) {
      own.accept(object);
    }
    var fields = object.type.fields();
    for (int i = 0; i < object.values.length; i++) {
      var value = object.values[i];
      if (value instanceof Entries entries && isResourceList(fields.get(i).type())) {
        round(entries);
      } else {
        below(value);
      }
    }
  }

  private static void below(@Nullable Object value) {
    if (value instanceof Struct struct) {
      apply(struct);
    } else if (value instanceof Items items) {
      for (int i = 0; i < items.size() && items.get(i) instanceof Struct struct; i++) {
        apply(struct);
      }
    } else if (value instanceof Entries entries && entries.size() > 0) {
      entries.map.values().forEach(placed -> below(placed.value()));
    }
  }

  private static boolean isResourceList(FieldType type) {
    return type.form() == FieldType.Form.MAP && type.goName().equals("v1.ResourceList");
  }

  /** SetDefaults_ResourceList: nothing is finer than a thousandth. */
  private static void round(Entries resources) {
    resources.map.replaceAll(
        (_, placed) ->
            placed.value() instanceof String text && isFine(text)
                ? placed.with(Quantity.parse(text).roundedUpToMilli().toString())
                : placed);
  }

  private static boolean isFine(String quantity) {
    char last = quantity.charAt(quantity.length() - 1);
    return last == 'n'
        || last == 'u'
        || last == 'm'
        || quantity.indexOf('.') >= 0
        || quantity.indexOf('e') >= 0;
  }
}
