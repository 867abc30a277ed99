package dev.plimsoll.schemas;

import dev.plimsoll.cel.CelEnvironment;
import dev.plimsoll.cel.CompileException;
import dev.plimsoll.cel.Declarations;
import dev.plimsoll.cel.Expression;
import dev.plimsoll.cel.KubernetesVersion;
import dev.plimsoll.cel.NamedExpression;
import dev.plimsoll.cel.Type;
import dev.plimsoll.policy.MatchResources;
import dev.plimsoll.policy.ParamKind;
import dev.plimsoll.policy.Policy;
import dev.plimsoll.policy.ResourceRule;
import dev.plimsoll.policy.Validation;
import dev.plimsoll.policy.Variable;
import dev.plimsoll.resources.GroupVersionKind;
import dev.plimsoll.resources.RestMapping;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Kubernetes' type checking of policies: the expressions of the validations are compiled once more
 * for each built-in kind that the policy names, with that kind's type for {@code object}. It never
 * keeps a policy from being used (k8s.io/apiserver, policy/validating/typechecking.go).
 */
public final class TypeChecking {
  private static final int MOST_KINDS = 10;

  private static final Comparator<GroupVersionKind> ORDER =
      Comparator.comparing(GroupVersionKind::group)
          .thenComparing(GroupVersionKind::version)
          .thenComparing(GroupVersionKind::kind);

  private final CelEnvironment environment;
  private final Policy policy;
  private final Map<GroupVersionKind, Declarations> kinds = new LinkedHashMap<>();

  private TypeChecking(Policy policy, KubernetesVersion version) {
    this.environment = CelEnvironment.stored(version);
    this.policy = policy;
    for (GroupVersionKind kind : kindsOf(policy.matchConstraints())) {
      SchemaTypes.of(kind).ifPresent(type -> kinds.put(kind, declarations(type)));
    }
  }

  /** Returns what an API server of a version would write into a policy's status. */
  public static List<ExpressionWarning> warnings(Policy policy, KubernetesVersion version) {
    TypeChecking checking = new TypeChecking(policy, version);
    List<ExpressionWarning> warnings = new ArrayList<>();
    List<Validation> validations = policy.validations();
    for (int i = 0; i < validations.size(); i++) {
      String field = "spec.validations[" + i + "].";
      Validation validation = validations.get(i);
      checking
          .check(validation.expression())
          .ifPresent(text -> warnings.add(new ExpressionWarning(field + "expression", text)));
      if (!validation.messageExpression().isEmpty()) {
        checking
            .check(validation.messageExpression())
            .ifPresent(
                text -> warnings.add(new ExpressionWarning(field + "messageExpression", text)));
      }
    }
    return warnings;
  }

  private Optional<String> check(String source) {
    List<String> problems = new ArrayList<>();
    kinds.forEach(
        (kind, declarations) -> {
          try {
            environment.compile(source, declarations);
          } catch (CompileException e) {
            // Constant parts without value are not looked at.
            if (e.text().startsWith("ERROR: ")) {
              String name = kind.group() + "/" + kind.version() + ", Kind=" + kind.kind();
              problems.add(name + ": " + e.text() + "\n");
            }
          }
        });
    return problems.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", problems));
  }

  private Declarations declarations(Type object) {
    // The check knows no authorizer.requestResource.
    Declarations declared =
        Declarations.admission()
            .withoutAuthorizer()
            .with("authorizer", Declarations.AUTHORIZER)
            .with("object", object)
            .with("oldObject", object);
    ParamKind params = policy.paramKind();
    if (params != null) {
      declared =
          declared.with(
              "params",
              SchemaTypes.of(GroupVersionKind.of(params.apiVersion(), params.kind()))
                  .orElse(Type.DYN));
    }
    Map<String, Type> variables = new LinkedHashMap<>();
    declared = declared.withVariables(variables);
    for (Variable variable : policy.variables()) {
      variables.put(variable.name(), typeOf(variable, declared));
      declared = declared.withVariables(variables);
    }
    return declared;
  }

  private Type typeOf(Variable variable, Declarations declared) {
    try {
      Expression expression = environment.compile(variable.expression(), declared);
      return NamedExpression.of(variable.name(), expression).type();
    } catch (CompileException e) {
      return Type.DYN;
    }
  }

  /** Returns the kinds of the resources that the rules name without wildcard, ten at most. */
  private static Iterable<GroupVersionKind> kindsOf(@Nullable MatchResources constraints) {
    TreeSet<GroupVersionKind> kinds = new TreeSet<>(ORDER);
    if (constraints != null) {
      for (ResourceRule rule : constraints.rules()) {
        if (addKinds(rule, kinds) == MOST_KINDS) {
          break;
        }
      }
    }
    return kinds;
  }

  private static int addKinds(ResourceRule rule, TreeSet<GroupVersionKind> kinds) {
    int count = 0;
    if (hasWildcard(rule.apiGroups()) || hasWildcard(rule.apiVersions())) {
      return 0;
    }
    for (String group : sorted(rule.apiGroups())) {
      for (String version : sorted(rule.apiVersions())) {
        for (String resource : sorted(rule.resources())) {
          for (GroupVersionKind kind : kinds(group, version, resource)) {
            kinds.add(kind);
            count++;
            if (count == MOST_KINDS) {
              return count;
            }
          }
        }
      }
    }
    return count;
  }

  private static boolean hasWildcard(List<String> names) {
    return names.stream().anyMatch(name -> name.contains("*"));
  }

  private static List<String> sorted(List<String> names) {
    return names.stream()
        .filter(name -> !name.contains("*") && !name.contains("/"))
        .sorted()
        .toList();
  }

  /**
   * Returns the kinds of a resource as Kubernetes' RESTMapper does: its name may be singular, and
   * the core group stands for any.
   */
  private static List<GroupVersionKind> kinds(String group, String version, String resource) {
    String name = resource.toLowerCase(Locale.ROOT);
    List<GroupVersionKind> kinds = new ArrayList<>();
    for (RestMapping.Resource known : RestMapping.builtIn().resources()) {
      GroupVersionKind kind = known.kind();
      boolean named =
          known.name().resource().equals(name) || kind.kind().toLowerCase(Locale.ROOT).equals(name);
      boolean grouped = group.isEmpty() || kind.group().equals(group);
      if (known.served() && named && grouped && kind.version().equals(version)) {
        kinds.add(kind);
      }
    }
    return kinds;
  }
}
