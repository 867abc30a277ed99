package dev.plimsoll.admission;

import dev.plimsoll.cel.functions.Quantity;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The defaults of a pod's own resources: defaultPodRequests and defaultHugePagePodLimits. */
final class PodResources {
  private PodResources() {}

  static void applyDefaults(Struct spec) {
    var resources = spec.struct("resources");
    if (resources == null || isEmpty(resources.entries("limits"))) {
      return;
    }
    var requests = new Entries();
    var given = resources.entries("requests");
    if (given != null) {
      requests.map.putAll(given.map);
    }
    sum(spec)
        .forEach(
            (name, total) -> {
              if (!requests.has(name) && (name.equals("cpu") || name.equals("memory"))) {
                requests.put(name, total);
              }
            });
    var limits = resources.makeEntries("limits");
    limits.map.forEach(
        (name, limit) -> {
          if (!requests.has(name) && isSupported(name)) {
            requests.put(name, limit.value());
          }
        });
    if (requests.size() > 0) {
      resources.set("requests", requests);
    }
  }

  private static boolean isEmpty(@Nullable Entries entries) {
    return entries == null || entries.size() == 0;
  }

  private static boolean isSupported(String name) {
    return name.equals("cpu") || name.equals("memory") || name.startsWith("hugepages-");
  }

  /** Returns what the containers request: all together, or what an init container needs alone. */
  private static Map<String, String> sum(Struct spec) {
    var totals = new LinkedHashMap<String, BigDecimal>();
    var formats = new LinkedHashMap<String, String>();
    for (var container : spec.structs("containers")) {
      add(totals, formats, container);
    }
    var sidecars = new LinkedHashMap<String, BigDecimal>();
    var highest = new LinkedHashMap<String, BigDecimal>();
    for (var container : spec.structs("initContainers")) {
      if (container.text("restartPolicy").equals("Always")) {
        add(totals, formats, container);
        add(sidecars, formats, container);
        sidecars.forEach((name, amount) -> highest.merge(name, amount, BigDecimal::max));
      } else {
        var alone = new LinkedHashMap<>(sidecars);
        add(alone, formats, container);
        alone.forEach((name, amount) -> highest.merge(name, amount, BigDecimal::max));
      }
    }
    highest.forEach((name, amount) -> totals.merge(name, amount, BigDecimal::max));
    var texts = new LinkedHashMap<String, String>();
    totals.forEach((name, amount) -> texts.put(name, text(amount, formats.getOrDefault(name, ""))));
    return texts;
  }

  private static void add(
      Map<String, BigDecimal> totals, Map<String, String> formats, Struct container) {
    var requests = container.make("resources").entries("requests");
    if (requests != null) {
      requests.map.forEach(
          (name, placed) -> {
            var text = String.valueOf(placed.value());
            totals.merge(name, Quantity.parse(text).amount(), BigDecimal::add);
            formats.putIfAbsent(name, text);
          });
    }
  }

  private static String text(BigDecimal amount, String like) {
    boolean binary = like.endsWith("i") && amount.stripTrailingZeros().scale() <= 0;
    if (!binary) {
      return Quantity.parse(amount.toPlainString()).toString();
    }
    var kibi = amount.divide(BigDecimal.valueOf(1024));
    return kibi.stripTrailingZeros().scale() <= 0
        ? Quantity.parse(kibi.toBigInteger() + "Ki").toString()
        : amount.toBigInteger().toString();
  }
}
