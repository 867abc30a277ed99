package dev.plimsoll.policy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What Kubernetes accepts as a name: each method returns what is wrong, in the words of
 * kubernetes/apimachinery pkg/api/validate/content; nothing if the name is right. Names are short,
 * and the patterns have no nested repetition, so that no name takes long.
 */
final class Names {
  private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
  private static final String SUBDOMAIN = LABEL + "(\\." + LABEL + ")*";
  private static final String DNS_1035 = "[a-z]([-a-z0-9]*[a-z0-9])?";
  private static final String QUALIFIED = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";

  private static final String ALPHANUMERIC =
      "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an"
          + " alphanumeric character";

  private static final Pattern LABEL_PATTERN = Pattern.compile("[a-z0-9](?:[-a-z0-9]*[a-z0-9])?");
  private static final Pattern DNS_1035_PATTERN = Pattern.compile(DNS_1035);
  private static final Pattern QUALIFIED_PATTERN = Pattern.compile(QUALIFIED);

  private Names() {}

  static List<String> dnsSubdomain(String name) {
    return dnsSubdomain(name, "characters");
  }

  private static List<String> dnsSubdomain(String name, String unit) {
    var wrong = new ArrayList<String>();
    if (bytes(name) > 253) {
      wrong.add("must be no more than 253 " + unit);
    }
    for (var label : name.split("\\.", -1)) {
      if (!LABEL_PATTERN.matcher(label).matches()) {
        wrong.add(
            "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-'"
                + " or '.', and must start and end with an alphanumeric character"
                + pattern(SUBDOMAIN, "example.com"));
        break;
      }
    }
    return wrong;
  }

  static List<String> dns1035Label(String name) {
    var wrong = new ArrayList<String>();
    if (bytes(name) > 63) {
      wrong.add("must be no more than 63 characters");
    }
    if (!DNS_1035_PATTERN.matcher(name).matches()) {
      wrong.add(
          "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with"
              + " an alphabetic character, and end with an alphanumeric character"
              + pattern(DNS_1035, "my-name", "abc-123"));
    }
    return wrong;
  }

  /** Checks a label's key, which is also what a qualified name is. */
  static List<String> qualified(String key) {
    var wrong = new ArrayList<String>();
    var parts = key.split("/", -1);
    if (parts.length > 2) {
      return List.of(
          "a valid label key "
              + ALPHANUMERIC
              + pattern(QUALIFIED, "MyName", "my.name", "123-abc")
              + " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')");
    }
    if (parts.length == 2 && parts[0].isEmpty()) {
      wrong.add("prefix part must be non-empty");
    } else if (parts.length == 2) {
      dnsSubdomain(parts[0], "bytes").forEach(text -> wrong.add("prefix part " + text));
    }
    var name = parts[parts.length - 1];
    if (name.isEmpty()) {
      wrong.add("name part must be non-empty");
    } else if (bytes(name) > 63) {
      wrong.add("name part " + longerThan(63));
    }
    if (!QUALIFIED_PATTERN.matcher(name).matches()) {
      wrong.add("name part " + ALPHANUMERIC + pattern(QUALIFIED, "MyName", "my.name", "123-abc"));
    }
    return wrong;
  }

  static List<String> labelValue(String value) {
    var wrong = new ArrayList<String>();
    if (bytes(value) > 63) {
      wrong.add(longerThan(63));
    }
    if (!value.isEmpty() && !QUALIFIED_PATTERN.matcher(value).matches()) {
      wrong.add(
          "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or"
              + " '.', and must start and end with an alphanumeric character"
              + pattern("(" + QUALIFIED + ")?", "MyValue", "my_value", "12345"));
    }
    return wrong;
  }

  static List<String> pathSegment(String name) {
    if (name.equals(".") || name.equals("..")) {
      return List.of("may not be '" + name + "'");
    }
    var wrong = new ArrayList<String>();
    for (var part : List.of("/", "%")) {
      if (name.contains(part)) {
        wrong.add("may not contain '" + part + "'");
      }
    }
    return wrong;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String longerThan(int length) {
    return "must be no more than " + length + " bytes";
  }

  private static String pattern(String pattern, String... examples) {
    var quoted = new StringBuilder();
    for (var example : examples) {
      quoted.append(quoted.isEmpty() ? "" : " or ").append("'").append(example).append("', ");
    }
    return " (e.g. " + quoted + "regex used for validation is '" + pattern + "')";
  }
}
