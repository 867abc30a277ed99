package dev.plimsoll.policy;

/** Strings as Go's encoding/json writes them, which also escapes what has a meaning in HTML. */
public final class GoJson {
  private GoJson() {}

  public static String quote(String value) {
    var text = new StringBuilder(value.length() + 2).append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"', '\\' -> text.append('\\').append(c);
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        case '\b' -> text.append("\\b");
        case '\f' -> text.append("\\f");
        case '<', '>', '&', '\u2028', '\u2029' -> text.append(escape(c));
        default -> text.append(c < ' ' ? escape(c) : String.valueOf(c));
      }
    }
    return text.append('"').toString();
  }

  private static String escape(char c) {
    return String.format("\\u%04x", (int) c);
  }
}
