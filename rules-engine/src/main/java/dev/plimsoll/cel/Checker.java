package dev.plimsoll.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.OptionalType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelParserFactory;
import dev.cel.parser.CelStandardMacro;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * CEL-java's parser and type checker, set up with the functions and variables of an environment.
 */
final class Checker {
  private final CelCompiler compiler;

  private Checker(CelCompiler compiler) {
    this.compiler = compiler;
  }

  /** Makes a checker of the functions and variables that expressions may use. */
  @SuppressWarnings(
      "deprecation") // the validator that is to come instead words its errors otherwise
  static Checker of(List<Overload> overloads, Declarations declarations, boolean twoVariables) {
    var options =
        CelOptions.current()
            .enableQuotedIdentifierSyntax(false)
            .enableHeterogeneousNumericComparisons(true)
            .enableOptionalSyntax(true)
            .enableHiddenAccumulatorVar(true)
            .populateMacroCalls(false)
            .build();
    var builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(options)
            .setStandardEnvironmentEnabled(false)
            .setStandardMacros(
                CelStandardMacro.HAS,
                CelStandardMacro.ALL,
                CelStandardMacro.EXISTS,
                CelStandardMacro.EXISTS_ONE,
                CelStandardMacro.MAP,
                CelStandardMacro.MAP_FILTER,
                CelStandardMacro.FILTER)
            .addMacros(OptionalMacros.all())
            .addFunctionDeclarations(Declared.functions(overloads))
            .setTypeProvider(Declared.structs(declarations.structs()));
    if (overloads.stream().anyMatch(overload -> overload.id().equals("lists_range"))) {
      builder.addMacros(SortBy.MACRO);
    }
    if (twoVariables) {
      builder.addMacros(CelExtensions.comprehensions().macros());
    }
    typeNames().forEach((name, type) -> builder.addVar(name, TypeType.create(type)));
    declarations.variables().forEach((name, type) -> builder.addVar(name, Declared.type(type)));
    return new Checker(builder.build());
  }

  CelAbstractSyntaxTree check(String source) throws CompileException {
    var parsed = compiler.parse(source);
    if (parsed.hasError()) {
      throw failure(parsed, null);
    }
    try {
      var checked = compiler.check(parsed.getAst());
      if (checked.hasError()) {
        throw failure(checked, parsed.getAst());
      }
      var tree = checked.getAst();
      var issues = LiteralValidators.validate(tree);
      if (!issues.isEmpty()) {
        throw CompileException.failed(Issues.display(issues, tree.getSource()));
      }
      return tree;
    } catch (CelValidationException e) {
      throw new IllegalStateException("an error without issues", e);
    }
  }

  private static CompileException failure(
      CelValidationResult result, @Nullable CelAbstractSyntaxTree parsed) {
    return CompileException.failed(Issues.text(result.getErrors(), result.getSource(), parsed));
  }

  /** Returns the position of a text's expression in it, 0 if it has none. */
  static int positionOf(String text) {
    try {
      var tree = CelParserFactory.standardCelParserBuilder().build().parse(text).getAst();
      return tree.getSource().getPositionsMap().getOrDefault(tree.getExpr().id(), 0);
    } catch (CelValidationException e) {
      return 0;
    }
  }

  private static Map<String, CelType> typeNames() {
    var names = new LinkedHashMap<String, CelType>();
    names.put("bool", SimpleType.BOOL);
    names.put("bytes", SimpleType.BYTES);
    names.put("double", SimpleType.DOUBLE);
    names.put("int", SimpleType.INT);
    names.put("uint", SimpleType.UINT);
    names.put("string", SimpleType.STRING);
    names.put("null_type", SimpleType.NULL_TYPE);
    names.put("list", ListType.create(SimpleType.DYN));
    names.put("map", MapType.create(SimpleType.DYN, SimpleType.DYN));
    names.put("type", TypeType.create(SimpleType.DYN));
    names.put("optional_type", OptionalType.create(SimpleType.DYN));
    names.put("timestamp", SimpleType.TIMESTAMP);
    names.put("duration", SimpleType.DURATION);
    names.put("dyn", SimpleType.DYN);
    names.put("google.protobuf.Timestamp", SimpleType.TIMESTAMP);
    names.put("google.protobuf.Duration", SimpleType.DURATION);
    return names;
  }
}
