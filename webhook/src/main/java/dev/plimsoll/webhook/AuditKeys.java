package dev.plimsoll.webhook;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Fits the keys of audit annotations to webhooks. The API server publishes a webhook's annotation
 * as {@code <webhook name>/<key>} and drops what is then no qualified name (a second {@code /}, or
 * more than 63 characters after the first), so its own {@code <policy>/<key>} cannot be kept:
 * {@code _}, which no policy's name holds, stands in place of the {@code /}.
 */
final class AuditKeys {

  private static final int LONGEST = 63;

  private AuditKeys() {}

  static Map<String, String> fit(Map<String, String> annotations) {
    if (annotations.isEmpty()) {
      return annotations;
    }
    var fitted = new LinkedHashMap<String, String>();
    annotations.forEach((key, value) -> fitted.put(fit(key), value));
    return fitted;
  }

  /** A key that is too long keeps its beginning, and its hash so that it stays one of its own. */
  private static String fit(String key) {
    var name = key.replace('/', '_');
    return name.length() <= LONGEST
        ? name
        : name.substring(0, LONGEST - 9) + "_%08x".formatted(key.hashCode());
  }
}
