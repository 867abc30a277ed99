package dev.plimsoll.policy;

import dev.plimsoll.policy.LabelSelector.Operator;
import dev.plimsoll.policy.LabelSelector.Requirement;
import dev.plimsoll.policy.ResourceRule.Scope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Reads {@code matchConstraints} and {@code matchResources}, and checks them as on a write. */
final class MatchResourcesReader {
  private static final List<String> OPERATIONS =
      List.of("*", "CONNECT", "CREATE", "DELETE", "UPDATE");

  private MatchResourcesReader() {}

  static MatchResources read(Fields parent, String name) {
    var fields =
        parent.object(
            name,
            "namespaceSelector",
            "objectSelector",
            "resourceRules",
            "excludeResourceRules",
            "matchPolicy");
    var matchPolicy = fields.choice("matchPolicy", List.of("Equivalent", "Exact"), "Equivalent");
    return new MatchResources(
        selector(fields, "namespaceSelector"),
        selector(fields, "objectSelector"),
        rules(fields, "resourceRules"),
        rules(fields, "excludeResourceRules"),
        matchPolicy.equals("Exact") ? MatchPolicy.EXACT : MatchPolicy.EQUIVALENT);
  }

  static LabelSelector selector(Fields parent, String name) {
    var fields = parent.object(name, "matchLabels", "matchExpressions");
    var labels = fields.textMap("matchLabels");
    var path = fields.path("matchLabels");
    labels.forEach(
        (key, value) -> {
          Names.qualified(key).forEach(text -> fields.add(FieldError.invalid(path, key, text)));
          Names.labelValue(value)
              .forEach(text -> fields.add(FieldError.invalid(path, value, text)));
        });
    var requirements = new ArrayList<Requirement>();
    for (var item : fields.objects("matchExpressions", "key", "operator", "values")) {
      requirements.add(requirement(item));
    }
    return LabelSelector.of(labels, requirements);
  }

  private static Requirement requirement(Fields fields) {
    var key = fields.text("key");
    var operator = fields.text("operator");
    var values = fields.texts("values");
    var valuesPath = fields.path("values");
    switch (operator) {
      case "In", "NotIn" -> {
        if (values.isEmpty()) {
          fields.add(
              FieldError.required(
                  valuesPath, "must be specified when `operator` is 'In' or 'NotIn'"));
        }
      }
      case "Exists", "DoesNotExist" -> {
        if (!values.isEmpty()) {
          fields.add(
              FieldError.forbidden(
                  valuesPath,
                  "may not be specified when `operator` is 'Exists' or 'DoesNotExist'"));
        }
      }
      default ->
          fields.add(
              FieldError.invalid(
                  fields.path("operator"), operator, "not a valid selector operator"));
    }
    Names.qualified(key)
        .forEach(text -> fields.add(FieldError.invalid(fields.path("key"), key, text)));
    for (int i = 0; i < values.size(); i++) {
      var value = values.get(i);
      var path = valuesPath.item(i);
      Names.labelValue(value).forEach(text -> fields.add(FieldError.invalid(path, value, text)));
    }
    return new Requirement(key, operator(operator), values);
  }

  private static Operator operator(String text) {
    return switch (text) {
      case "NotIn" -> Operator.NOT_IN;
      case "Exists" -> Operator.EXISTS;
      case "DoesNotExist" -> Operator.DOES_NOT_EXIST;
      default -> Operator.IN;
    };
  }

  private static List<ResourceRule> rules(Fields parent, String name) {
    return parent
        .objects(
            name, "operations", "apiGroups", "apiVersions", "resources", "scope", "resourceNames")
        .stream()
        .map(MatchResourcesReader::rule)
        .toList();
  }

  private static ResourceRule rule(Fields fields) {
    var names = fields.texts("resourceNames");
    var seen = new HashSet<String>();
    for (int i = 0; i < names.size(); i++) {
      var name = names.get(i);
      var path = fields.path("resourceNames").item(i);
      Names.pathSegment(name).forEach(text -> fields.add(FieldError.invalid(path, name, text)));
      if (!seen.add(name)) {
        fields.add(FieldError.duplicate(path, name));
      }
    }
    var operations = texts(fields, "operations", "operations");
    for (int i = 0; i < operations.size(); i++) {
      if (!OPERATIONS.contains(operations.get(i))) {
        fields.add(
            FieldError.notSupported(
                fields.path("operations").item(i), operations.get(i), OPERATIONS));
      }
    }
    var groups = texts(fields, "apiGroups", "API groups");
    var versions = texts(fields, "apiVersions", "API versions");
    for (int i = 0; i < versions.size(); i++) {
      if (versions.get(i).isEmpty()) {
        fields.add(FieldError.required(fields.path("apiVersions").item(i), ""));
      }
    }
    var resources = ResourceNames.read(fields);
    return new ResourceRule(operations, groups, versions, resources, scope(fields), names);
  }

  private static List<String> texts(Fields fields, String name, String what) {
    var texts = fields.texts(name);
    if (texts.isEmpty()) {
      fields.add(FieldError.required(fields.path(name), ""));
    }
    if (texts.size() > 1 && texts.contains("*")) {
      fields.add(
          FieldError.invalid(
              fields.path(name), texts, "if '*' is present, must not specify other " + what));
    }
    return texts;
  }

  private static Scope scope(Fields fields) {
    return switch (fields.choice("scope", List.of("*", "Cluster", "Namespaced"), "*")) {
      case "Cluster" -> Scope.CLUSTER;
      case "Namespaced" -> Scope.NAMESPACED;
      default -> Scope.ALL;
    };
  }
}
