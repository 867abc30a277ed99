package dev.plimsoll.cel;

import dev.plimsoll.cel.functions.Libraries;
import dev.plimsoll.cel.functions.Resources;
import dev.plimsoll.cel.functions.StandardLibrary;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All functions there are, by name and by overload. */
final class Library {
  private static final Map<String, Overload> BY_ID = new HashMap<>();
  private static final Map<String, List<Overload>> BY_FUNCTION;

  static {
    var all = all();
    all.forEach(overload -> BY_ID.put(overload.id(), overload));
    BY_FUNCTION =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    Overload::function, LinkedHashMap::new, Collectors.toUnmodifiableList()));
  }

  private Library() {}

  private static List<Overload> all() {
    return Stream.concat(
            available(KubernetesVersion.LATEST.minor()).stream(), Resources.overloads().stream())
        .toList();
  }

  /** Returns what expressions may call in a minor version, from 29 on. */
  static List<Overload> available(int minor) {
    return Stream.concat(StandardLibrary.overloads().stream(), Libraries.overloads(minor).stream())
        .toList();
  }

  static Overload overload(String id) {
    var overload = BY_ID.get(id);
    if (overload == null) {
      throw new IllegalArgumentException("unknown overload: " + id);
    }
    return overload;
  }

  /** Returns a function's overloads in the order in which they are tried. */
  static List<Overload> overloads(String function) {
    return BY_FUNCTION.getOrDefault(function, List.of());
  }
}
