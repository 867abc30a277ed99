package dev.plimsoll.linter.dockerfile;

import com.google.re2j.Pattern;

/**
 * A shell pattern of {@code *} and {@code ?}, without brackets, as the variable modifiers use it.
 *
 * @param pattern with {@code \} before a character that stands for itself
 */
record WildcardPattern(String pattern) {

  private static final Pattern GROUP = Pattern.compile("\\$\\$|\\$(\\w+)|\\$\\{(\\w+)\\}");

  /**
   * @param reversed whether the pattern will be matched from the end of a text
   */
  static WildcardPattern of(String pattern, boolean reversed) {
    return new WildcardPattern(reversed ? reversed(pattern) : pattern);
  }

  String withoutPrefix(String text, boolean longest) throws ExpansionException {
    var matcher = compiled(longest, true).matcher(text);
    return matcher.find() ? text.substring(matcher.end()) : text;
  }

  /** Takes a suffix off; this pattern is reversed, for only a leftmost match finds the shortest. */
  String withoutSuffix(String text, boolean longest) throws ExpansionException {
    return mirror(withoutPrefix(mirror(text), longest));
  }

  String replaced(String text, String replacement, boolean all) throws ExpansionException {
    var matcher = compiled(true, false).matcher(text);
    if (!all) {
      return matcher.find()
          ? text.substring(0, matcher.start()) + replacement + text.substring(matcher.end())
          : text;
    }
    var out = new StringBuilder();
    int last = 0;
    while (matcher.find()) {
      out.append(text, last, matcher.start());
      // An empty match just after another one does not count.
      if (matcher.end() > last || matcher.start() == 0) {
        appendTemplate(out, replacement, matcher.group());
      }
      last = matcher.end();
    }
    return out.append(text, last, text.length()).toString();
  }

  /**
   * Go reads the replacement of {@code //} as a template: {@code $0} is the match, {@code $$} a
   * dollar.
   */
  private static void appendTemplate(StringBuilder out, String template, String match) {
    var matcher = GROUP.matcher(template);
    int last = 0;
    while (matcher.find()) {
      out.append(template, last, matcher.start());
      String name = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
      if (matcher.group().equals("$$")) {
        out.append('$');
      } else if (name != null && name.equals("0")) {
        out.append(match);
      }
      last = matcher.end();
    }
    out.append(template, last, template.length());
  }

  private Pattern compiled(boolean longest, boolean anchored) throws ExpansionException {
    var out = new StringBuilder(anchored ? "^" : "");
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      switch (c) {
        case '*' -> out.append(longest ? ".*" : ".*?");
        case '?' -> out.append('.');
        case '\\' -> {
          char next = i + 1 < pattern.length() ? pattern.charAt(i + 1) : 0;
          if (next == '}' || next == '/') {
            continue;
          }
          if (next != '*' && next != '?' && next != '\\') {
            throw new ExpansionException(
                "invalid escape '\\%s' in the pattern '%s'"
                    .formatted(next == 0 ? "" : next, pattern));
          }
          out.append('\\').append(next);
          i++;
        }
        default -> out.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(out.toString());
  }

  private static String mirror(String text) {
    return new StringBuilder(text).reverse().toString();
  }

  private static String reversed(String pattern) {
    var out = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\' && i + 1 < pattern.length()) {
        out.append(pattern.charAt(++i)).append(c);
      } else {
        out.append(c);
      }
    }
    return out.reverse().toString();
  }
}
