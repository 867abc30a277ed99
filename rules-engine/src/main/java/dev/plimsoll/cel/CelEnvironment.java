package dev.plimsoll.cel;

import dev.plimsoll.cel.functions.Resources;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What expressions may use in a version of Kubernetes, as kubernetes/apiserver
 * pkg/cel/environment/base.go says. Safe for use by many threads; what is costly is made once.
 */
public final class CelEnvironment {
  private static final Map<Integer, CelEnvironment> BY_LEVEL = new ConcurrentHashMap<>();
  private static final int TWO_VARIABLES_SINCE = 32;
  private static final int CHECKERS_KEPT = 100;

  /** The minor version whose libraries there are. */
  private final int level;

  private final Map<Declarations, Checker> checkers = new ConcurrentHashMap<>();

  private CelEnvironment(int level) {
    this.level = level;
  }

  /** The environment in which the API server evaluates expressions it has stored. */
  public static CelEnvironment stored(KubernetesVersion version) {
    return BY_LEVEL.computeIfAbsent(version.minor(), CelEnvironment::new);
  }

  /** The environment that the API server holds expressions to when they are written. */
  public static CelEnvironment forNew(KubernetesVersion version) {
    return BY_LEVEL.computeIfAbsent(version.minor() - 1, CelEnvironment::new);
  }

  /**
   * Compiles an expression of any type.
   *
   * @throws CompileException with the API server's text
   */
  public Expression compile(String source, Declarations declarations) throws CompileException {
    return compile(source, declarations, List.of());
  }

  /**
   * Compiles an expression that must be of one of the types given, exactly; dyn is not bool.
   *
   * @param results empty for any
   * @throws CompileException with the API server's text
   */
  public Expression compile(String source, Declarations declarations, List<Type> results)
      throws CompileException {
    var tree = checker(declarations).check(source);
    var type = CheckedTree.type(tree.getResultType());
    if (!results.isEmpty() && !results.contains(type)) {
      throw CompileException.wrongType(wrongType(type, results));
    }
    try {
      return Expression.of(source, CheckedTree.expr(tree), type);
    } catch (EvaluationException e) {
      throw CompileException.instantiation(e.text());
    }
  }

  private Checker checker(Declarations declarations) {
    if (checkers.size() >= CHECKERS_KEPT) {
      checkers.clear();
    }
    return checkers.computeIfAbsent(
        declarations,
        wanted -> Checker.of(functions(wanted), wanted, level >= TWO_VARIABLES_SINCE));
  }

  private List<Overload> functions(Declarations declarations) {
    var functions = Library.available(level);
    return declarations.variables().containsKey("resource")
        ? Stream.concat(functions.stream(), Resources.overloads().stream()).toList()
        : functions;
  }

  private static String wrongType(Type type, List<Type> wanted) {
    var names = wanted.stream().map(Type::toString).collect(Collectors.joining(" ", "[", "]"));
    return wanted.size() == 1
        ? "must evaluate to " + wanted.getFirst() + " but got " + type
        : "must evaluate to one of " + names + " but got " + type;
  }
}
