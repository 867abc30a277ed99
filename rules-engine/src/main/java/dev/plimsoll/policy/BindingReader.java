package dev.plimsoll.policy;

import dev.plimsoll.document.FieldPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads ValidatingAdmissionPolicyBindings of any version. What the API server would refuse is
 * reported, and read as if it weren't there.
 */
public final class BindingReader {
  private static final Set<String> ROOT = Set.of("apiVersion", "kind", "metadata", "spec");
  private static final List<String> ACTIONS = List.of("Audit", "Deny", "Warn");

  private final List<FieldError> errors = new ArrayList<>();

  private BindingReader() {}

  /** A binding with what is wrong with it, in the order in which the API server looks. */
  public record Result(Binding binding, List<FieldError> errors) {
    public Result {
      errors = List.copyOf(errors);
    }
  }

  /** Returns whether an object is a ValidatingAdmissionPolicyBinding. */
  public static boolean reads(@Nullable Object object) {
    return PolicyReader.isKind(object, "ValidatingAdmissionPolicyBinding");
  }

  /** Reads a binding from a document's root, or any map like it. */
  public static Result read(Map<String, ?> object) {
    var reader = new BindingReader();
    return new Result(reader.binding(object), reader.errors);
  }

  private Binding binding(Map<String, ?> object) {
    var root = Fields.of(object, FieldPath.ROOT, ROOT, errors);
    var metadata = Metadata.read(root);
    var spec = root.object("spec", "policyName", "paramRef", "matchResources", "validationActions");
    var policyName = spec.text("policyName");
    var path = spec.path("policyName");
    if (policyName.isEmpty()) {
      spec.add(FieldError.required(path, ""));
    } else {
      Names.dnsSubdomain(policyName)
          .forEach(text -> spec.add(FieldError.invalid(path, policyName, text)));
    }
    var paramRef = spec.has("paramRef") ? paramRef(spec) : null;
    var matchResources =
        spec.has("matchResources") ? MatchResourcesReader.read(spec, "matchResources") : null;
    return new Binding(
        metadata.name(),
        metadata.annotations(),
        policyName,
        paramRef,
        matchResources,
        validationActions(spec));
  }

  private static ParamRef paramRef(Fields spec) {
    var fields =
        spec.object("paramRef", "name", "namespace", "selector", "parameterNotFoundAction");
    var name = fields.text("name");
    boolean both = !name.isEmpty() && fields.has("selector");
    Names.pathSegment(name)
        .forEach(text -> fields.add(FieldError.invalid(fields.path("name"), name, text)));
    if (both) {
      fields.add(exclusive(fields, "name"));
    }
    var selector =
        fields.has("selector") ? MatchResourcesReader.selector(fields, "selector") : null;
    if (both) {
      fields.add(exclusive(fields, "selector"));
    }
    if (name.isEmpty() && selector == null) {
      fields.add(FieldError.required(fields.path(), "one of name or selector must be specified"));
    }
    var action = fields.path("parameterNotFoundAction");
    if (fields.text("parameterNotFoundAction").isEmpty()) {
      fields.add(FieldError.required(action, ""));
    }
    boolean allow =
        fields.text("parameterNotFoundAction").isEmpty()
            || fields
                .choice("parameterNotFoundAction", List.of("Deny", "Allow"), "Deny")
                .equals("Allow");
    return new ParamRef(name, selector, fields.text("namespace"), !allow);
  }

  private static FieldError exclusive(Fields fields, String name) {
    return FieldError.forbidden(fields.path(name), "name and selector are mutually exclusive");
  }

  private static List<ValidationAction> validationActions(Fields spec) {
    var path = spec.path("validationActions");
    var texts = spec.texts("validationActions");
    var seen = new HashSet<String>();
    for (int i = 0; i < texts.size(); i++) {
      if (!ACTIONS.contains(texts.get(i))) {
        spec.add(FieldError.notSupported(path.item(i), texts.get(i), ACTIONS));
      }
      if (!seen.add(texts.get(i))) {
        spec.add(FieldError.duplicate(path.item(i), texts.get(i)));
      }
    }
    if (seen.contains("Deny") && seen.contains("Warn")) {
      spec.add(
          FieldError.invalid(
              path,
              texts,
              "must not contain both Deny and Warn (repeating the same validation failure"
                  + " information in the API response and headers serves no purpose)"));
    }
    if (seen.isEmpty()) {
      spec.add(FieldError.required(path, "at least one validation action is required"));
    }
    return texts.stream().flatMap(text -> action(text).stream()).toList();
  }

  private static List<ValidationAction> action(String text) {
    return switch (text) {
      case "Deny" -> List.of(ValidationAction.DENY);
      case "Warn" -> List.of(ValidationAction.WARN);
      case "Audit" -> List.of(ValidationAction.AUDIT);
      default -> List.of();
    };
  }
}
