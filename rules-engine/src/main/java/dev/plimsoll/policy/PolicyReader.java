package dev.plimsoll.policy;

import dev.plimsoll.document.FieldPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads ValidatingAdmissionPolicies of any version, with the defaults that the API server fills in.
 * What it would refuse, expressions not looked into, is reported, and read as if it weren't there.
 */
public final class PolicyReader {
  static final String GROUP = "admissionregistration.k8s.io/";

  private static final Set<String> ROOT =
      Set.of("apiVersion", "kind", "metadata", "spec", "status");
  private static final Set<String> NAME_AND_EXPRESSION = Set.of("name", "expression");
  private static final List<String> REASONS =
      List.of("Forbidden", "Invalid", "RequestEntityTooLarge");
  private static final List<String> RESERVED =
      List.of(
          "true",
          "false",
          "null",
          "in",
          "as",
          "break",
          "const",
          "continue",
          "else",
          "for",
          "function",
          "if",
          "import",
          "let",
          "loop",
          "package",
          "namespace",
          "return",
          "var",
          "void",
          "while");

  private final List<FieldError> errors = new ArrayList<>();

  private PolicyReader() {}

  /** A policy with what is wrong with it, in the order in which the API server looks. */
  public record Result(Policy policy, List<FieldError> errors) {
    public Result {
      errors = List.copyOf(errors);
    }
  }

  /** Returns whether an object is a ValidatingAdmissionPolicy. */
  public static boolean reads(@Nullable Object object) {
    return isKind(object, "ValidatingAdmissionPolicy");
  }

  static boolean isKind(@Nullable Object object, String kind) {
    return object instanceof Map<?, ?> map
        && kind.equals(map.get("kind"))
        && map.get("apiVersion") instanceof String version
        && version.startsWith(GROUP);
  }

  /** Reads a policy from a document's root, or any map like it. */
  public static Result read(Map<String, ?> object) {
    var reader = new PolicyReader();
    return new Result(reader.policy(object), reader.errors);
  }

  private Policy policy(Map<String, ?> object) {
    var root = Fields.of(object, FieldPath.ROOT, ROOT, errors);
    var metadata = Metadata.read(root);
    var spec =
        root.object(
            "spec",
            "failurePolicy",
            "paramKind",
            "matchConstraints",
            "matchConditions",
            "variables",
            "validations",
            "auditAnnotations");
    var failurePolicy =
        spec.choice("failurePolicy", List.of("Fail", "Ignore"), "Fail").equals("Fail")
            ? FailurePolicy.FAIL
            : FailurePolicy.IGNORE;
    var paramKind = spec.has("paramKind") ? ParamKindReader.read(spec) : null;
    var constraints = matchConstraints(spec);
    var conditions = matchConditions(spec);
    var variables = variables(spec);
    var validations = validations(spec);
    var annotations = AuditAnnotationReader.read(spec, metadata.name());
    return new Policy(
        metadata.name(),
        metadata.annotations(),
        failurePolicy,
        paramKind,
        constraints,
        conditions,
        variables,
        validations,
        annotations);
  }

  private static @Nullable MatchResources matchConstraints(Fields spec) {
    var path = spec.path("matchConstraints");
    if (!spec.has("matchConstraints")) {
      spec.add(FieldError.required(path, ""));
      return null;
    }
    var constraints = MatchResourcesReader.read(spec, "matchConstraints");
    if (constraints.rules().isEmpty()) {
      spec.add(FieldError.required(path.field("resourceRules"), ""));
    }
    return constraints;
  }

  private static List<MatchCondition> matchConditions(Fields spec) {
    var conditions = new ArrayList<MatchCondition>();
    var items = spec.objects("matchConditions", NAME_AND_EXPRESSION);
    if (items.size() > 64) {
      spec.add(FieldError.tooMany(spec.path("matchConditions"), items.size(), 64));
    }
    var names = new HashSet<String>();
    for (var item : items) {
      var condition = new MatchCondition(item.text("name"), item.text("expression"));
      conditions.add(condition);
      requireText(item, "expression", "");
      var path = item.path("name");
      if (condition.name().isEmpty()) {
        item.add(FieldError.required(path, ""));
      } else {
        Names.qualified(condition.name())
            .forEach(text -> item.add(FieldError.invalid(path, condition.name(), text)));
        if (!names.add(condition.name())) {
          item.add(FieldError.duplicate(path, condition.name()));
        }
      }
    }
    return conditions;
  }

  private static List<Variable> variables(Fields spec) {
    var variables = new ArrayList<Variable>();
    for (var item : spec.objects("variables", NAME_AND_EXPRESSION)) {
      var variable = new Variable(item.text("name"), item.text("expression"));
      variables.add(variable);
      if (variable.name().isBlank()) {
        item.add(FieldError.required(item.path("name"), "name is not specified"));
      } else if (!variable.name().matches("[_a-zA-Z][_a-zA-Z0-9]*")
          || RESERVED.contains(variable.name())) {
        item.add(
            FieldError.invalid(
                item.path("name"), variable.name(), "must be a valid CEL identifier"));
      }
      requireText(item, "expression", "expression is not specified");
    }
    return variables;
  }

  private static List<Validation> validations(Fields spec) {
    var items =
        spec.objects("validations", Set.of("expression", "message", "messageExpression", "reason"));
    if (items.isEmpty() && spec.objects("auditAnnotations", Set.of()).isEmpty()) {
      var text = "validations or auditAnnotations must contain at least one item";
      spec.add(FieldError.required(spec.path("validations"), text));
      spec.add(FieldError.required(spec.path("auditAnnotations"), text));
    }
    return items.stream().map(PolicyReader::validation).toList();
  }

  private static Validation validation(Fields item) {
    requireText(item, "expression", "expression is not specified");
    var messageExpression = item.text("messageExpression");
    if (!messageExpression.isEmpty() && messageExpression.isBlank()) {
      item.add(
          FieldError.invalid(
              item.path("messageExpression"), messageExpression, "must be non-empty if specified"));
    }
    var message = item.text("message");
    if (!message.isEmpty() && message.isBlank()) {
      item.add(FieldError.invalid(item.path("message"), message, "must be non-empty if specified"));
    } else if (message.strip().contains("\n") || message.strip().contains("\r")) {
      item.add(FieldError.invalid(item.path("message"), message, "must not contain line breaks"));
    }
    item.choice("reason", REASONS, "");
    return new Validation(item.text("expression"), message, messageExpression, item.text("reason"));
  }

  private static void requireText(Fields fields, String name, String detail) {
    if (fields.text(name).isBlank()) {
      fields.add(FieldError.required(fields.path(name), detail));
    }
  }
}
