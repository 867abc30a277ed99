package dev.plimsoll.admission;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether somebody who creates an object comes to own a field of it, for managedFields. */
final class Ownership {
  private static final Set<String> NOBODYS =
      Set.of(
          "name",
          "generateName",
          "namespace",
          "uid",
          "creationTimestamp",
          "generation",
          "resourceVersion",
          "selfLink",
          "managedFields");

  private Ownership() {}

  static boolean hasOwned(Struct object) {
    var fields = object.type.fields();
    for (int i = 0; i < object.values.length; i++) {
      switch (fields.get(i).name()) {
        case "apiVersion", "kind", "status" -> {}
        case "metadata" -> {
          if (ownsMetadata(object.make("metadata"))) {
            return true;
          }
        }
        default -> {
          if (isOwned(object.values[i])) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean ownsMetadata(Struct metadata) {
    if (!metadata.text("generateName").isEmpty()) {
      return true;
    }
    var fields = metadata.type.fields();
    for (int i = 0; i < metadata.values.length; i++) {
      if (!NOBODYS.contains(fields.get(i).name()) && isOwned(metadata.values[i])) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOwned(@Nullable Object value) {
    return switch (value) {
      case null -> false;
      case Struct struct -> {
        for (var inner : struct.values) {
          if (isOwned(inner)) {
            yield true;
          }
        }
        yield false;
      }
      case Items items -> items.size() > 0;
      case Entries entries -> entries.size() > 0;
      case String text -> !text.isEmpty();
      default -> true;
    };
  }
}
