package dev.plimsoll.conformance;

import dev.plimsoll.cel.functions.Authorizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An authorizer that knows a list of decisions: the first that has what is asked about holds. */
record ListedDecisions(List<Map<String, @Nullable Object>> decisions) implements Authorizer {

  @Override
  public Decision authorize(Attributes attributes) {
    var asked = new HashMap<String, String>();
    asked.put("user", attributes.user().name());
    asked.put("verb", attributes.verb());
    switch (attributes) {
      case Attributes.Path path -> asked.put("path", path.path());
      case Attributes.Resource resource -> {
        asked.put("group", resource.group());
        asked.put("resource", resource.resource());
        asked.put("subresource", resource.subresource());
        asked.put("namespace", resource.namespace());
        asked.put("name", resource.name());
      }
    }
    for (var decision : decisions) {
      if (asksAbout(decision, asked)) {
        return new Decision.Decided(
            Boolean.TRUE.equals(decision.get("allowed")),
            text(decision, "reason"),
            text(decision, "error"));
      }
    }
    return new Decision.Decided(false, "", "");
  }

  private static boolean asksAbout(
      Map<String, @Nullable Object> decision, Map<String, String> asked) {
    for (var field :
        List.of("user", "verb", "path", "group", "resource", "subresource", "namespace", "name")) {
      var wanted = decision.get(field);
      if (wanted != null && !wanted.equals("") && !wanted.equals(asked.getOrDefault(field, ""))) {
        return false;
      }
    }
    return true;
  }

  private static String text(Map<String, @Nullable Object> decision, String field) {
    return decision.get(field) instanceof String text ? text : "";
  }
}
