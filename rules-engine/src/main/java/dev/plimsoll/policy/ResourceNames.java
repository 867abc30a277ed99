package dev.plimsoll.policy;

import java.util.HashSet;
import java.util.List;

/** Reads the {@code resources} of a rule, in which one wildcard may swallow other names. */
final class ResourceNames {
  private ResourceNames() {}

  static List<String> read(Fields rule) {
    var path = rule.path("resources");
    var resources = rule.texts("resources");
    if (resources.isEmpty()) {
      rule.add(FieldError.required(path, ""));
    }
    var allOf = new HashSet<String>();
    var ofAll = new HashSet<String>();
    boolean plain = false;
    for (int i = 0; i < resources.size(); i++) {
      var name = resources.get(i);
      int slash = name.indexOf('/');
      if (name.isEmpty()) {
        rule.add(FieldError.required(path.item(i), ""));
      } else if (slash < 0) {
        plain = !name.equals("*");
      } else {
        var resource = name.substring(0, slash);
        var sub = name.substring(slash + 1);
        if (allOf.contains(resource)) {
          var wild = resource + "/*";
          rule.add(FieldError.invalid(path.item(i), name, swallowed(wild, name)));
        }
        if (ofAll.contains(sub)) {
          rule.add(FieldError.invalid(path.item(i), name, swallowed("*/" + sub, name)));
        }
        if (sub.equals("*")) {
          allOf.add(resource);
        }
        if (resource.equals("*")) {
          ofAll.add(sub);
        }
      }
    }
    if (resources.size() > 1 && resources.contains("*/*")) {
      rule.add(FieldError.invalid(path, resources, swallowed("*/*", "other resources")));
    }
    if (resources.contains("*") && plain) {
      rule.add(
          FieldError.invalid(
              path, resources, swallowed("*", "other resources without subresources")));
    }
    return resources;
  }

  private static String swallowed(String wildcard, String others) {
    return "if '" + wildcard + "' is present, must not specify " + others;
  }
}
