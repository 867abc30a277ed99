package dev.plimsoll.cel.functions;

import dev.plimsoll.cel.Text;
import java.util.ArrayList;
import java.util.List;

/** Kubernetes' rules for names and labels, with what it says where one is broken. */
public final class Names {
  private static final String LABEL_1123 = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
  private static final String SUBDOMAIN_1123 = LABEL_1123 + "(\\." + LABEL_1123 + ")*";
  private static final String LABEL_1035 = "[a-z]([-a-z0-9]*[a-z0-9])?";
  private static final String KEY = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
  private static final String KEY_RULE =
      "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an"
          + " alphanumeric character";

  private Names() {}

  /** Returns the problems of a DNS label as of RFC 1123. */
  public static List<String> dns1123Label(String name) {
    List<String> problems = new ArrayList<>();
    checkLength(name, 63, "characters", problems);
    if (!isDnsLabel(name, 0, name.length())) {
      problems.add(
          isSubdomain(name)
              ? "must not contain dots"
              : regex(
                  "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or"
                      + " '-', and must start and end with an alphanumeric character",
                  LABEL_1123,
                  "'my-name',  or '123-abc'"));
    }
    return problems;
  }

  /** Returns the problems of a DNS subdomain as of RFC 1123. */
  public static List<String> dns1123Subdomain(String name) {
    return subdomain(name, "characters");
  }

  private static List<String> subdomain(String name, String unit) {
    List<String> problems = new ArrayList<>();
    checkLength(name, 253, unit, problems);
    if (!isSubdomain(name)) {
      problems.add(
          regex(
              "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters,"
                  + " '-' or '.', and must start and end with an alphanumeric character",
              SUBDOMAIN_1123,
              "'example.com'"));
    }
    return problems;
  }

  /** Returns the problems of a DNS label as of RFC 1035. */
  public static List<String> dns1035Label(String name) {
    List<String> problems = new ArrayList<>();
    checkLength(name, 63, "characters", problems);
    if (!isDnsLabel(name, 0, name.length()) || isDigit(name.charAt(0))) {
      problems.add(
          regex(
              "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start"
                  + " with an alphabetic character, and end with an alphanumeric character",
              LABEL_1035,
              "'my-name',  or 'abc-123'"));
    }
    return problems;
  }

  /** Returns the problems of a label's key. */
  public static List<String> qualifiedName(String name) {
    List<String> problems = new ArrayList<>();
    int slash = name.indexOf('/');
    if (slash != name.lastIndexOf('/')) {
      return List.of(
          "a valid label key "
              + regex(KEY_RULE, KEY, "'MyName',  or 'my.name',  or '123-abc'")
              + " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')");
    }
    if (slash == 0) {
      problems.add("prefix part must be non-empty");
    } else if (slash > 0) {
      subdomain(name.substring(0, slash), "bytes")
          .forEach(problem -> problems.add("prefix part " + problem));
    }
    String key = name.substring(slash + 1);
    if (key.isEmpty()) {
      problems.add("name part must be non-empty");
    } else if (Text.utf8Length(key) > 63) {
      problems.add("name part must be no more than 63 bytes");
    }
    if (!isKey(key)) {
      problems.add("name part " + regex(KEY_RULE, KEY, "'MyName',  or 'my.name',  or '123-abc'"));
    }
    return problems;
  }

  /** Returns the problems of a label's value. */
  public static List<String> labelValue(String value) {
    List<String> problems = new ArrayList<>();
    checkLength(value, 63, "bytes", problems);
    if (!value.isEmpty() && !isKey(value)) {
      problems.add(
          regex(
              "a valid label must be an empty string or consist of alphanumeric characters, '-',"
                  + " '_' or '.', and must start and end with an alphanumeric character",
              "(" + KEY + ")?",
              "'MyValue',  or 'my_value',  or '12345'"));
    }
    return problems;
  }

  /** Returns a prefix of a name with its last dash made a letter, so that it may end there. */
  static String completed(String prefix) {
    // Kubernetes cuts off one character more than the dash.
    return prefix.length() > 1 && prefix.endsWith("-")
        ? prefix.substring(0, prefix.length() - 2) + "a"
        : prefix;
  }

  private static void checkLength(String text, int most, String unit, List<String> problems) {
    if (Text.utf8Length(text) > most) {
      problems.add("must be no more than " + most + " " + unit);
    }
  }

  private static String regex(String rule, String regex, String examples) {
    return rule + " (e.g. " + examples + ", regex used for validation is '" + regex + "')";
  }

  private static boolean isSubdomain(String name) {
    int from = 0;
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', from)) {
      if (!isDnsLabel(name, from, dot)) {
        return false;
      }
      from = dot + 1;
    }
    return isDnsLabel(name, from, name.length());
  }

  private static boolean isDnsLabel(String text, int from, int to) {
    if (from == to || text.charAt(from) == '-' || text.charAt(to - 1) == '-') {
      return false;
    }
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (!(c >= 'a' && c <= 'z' || isDigit(c) || c == '-')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isKey(String text) {
    if (text.isEmpty()
        || !isAlphanumeric(text.charAt(0))
        || !isAlphanumeric(text.charAt(text.length() - 1))) {
      return false;
    }
    return text.chars().allMatch(c -> isAlphanumeric((char) c) || "-_.".indexOf(c) >= 0);
  }

  private static boolean isAlphanumeric(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
