package dev.plimsoll.cel;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.OptionalType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import dev.cel.common.types.TypeParamType;
import dev.cel.common.types.TypeType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelOptionalLibrary;
import dev.cel.parser.CelStandardMacro;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
            .enableHomogeneousLiterals(true)
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
            .addMacros(CelOptionalLibrary.INSTANCE.macros())
            .addFunctionDeclarations(functions(overloads))
            .setTypeProvider(new Structs(declarations.structs()));
    if (overloads.stream().anyMatch(overload -> overload.id().equals("lists_range"))) {
      builder.addMacros(SortBy.MACRO);
    }
    if (twoVariables) {
      builder.addMacros(CelExtensions.comprehensions().macros());
    }
    typeNames().forEach((name, type) -> builder.addVar(name, TypeType.create(type)));
    declarations.variables().forEach((name, type) -> builder.addVar(name, celType(type)));
    return new Checker(builder.build());
  }

  CelAbstractSyntaxTree check(String source) throws CompileException {
    try {
      return compiler.compile(source).getAst();
    } catch (CelValidationException e) {
      throw CompileException.failed(Issues.text(e));
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
    names.put("google.protobuf.Timestamp", SimpleType.TIMESTAMP);
    names.put("google.protobuf.Duration", SimpleType.DURATION);
    return names;
  }

  private static List<CelFunctionDecl> functions(List<Overload> overloads) {
    var byName = new LinkedHashMap<String, List<CelOverloadDecl>>();
    for (var overload : overloads) {
      byName.computeIfAbsent(overload.function(), _ -> new ArrayList<>()).add(declared(overload));
    }
    var functions = new ArrayList<CelFunctionDecl>();
    byName.forEach(
        (name, declared) -> functions.add(CelFunctionDecl.newFunctionDeclaration(name, declared)));
    return functions;
  }

  private static CelOverloadDecl declared(Overload overload) {
    var parameters = overload.parameters().stream().map(Checker::celType).toList();
    var result = celType(overload.result());
    return overload.receiver()
        ? CelOverloadDecl.newMemberOverload(overload.id(), result, parameters)
        : CelOverloadDecl.newGlobalOverload(overload.id(), result, parameters);
  }

  private static CelType celType(Type type) {
    return switch (type) {
      case Type.Simple simple ->
          switch (simple) {
            case BOOL -> SimpleType.BOOL;
            case INT -> SimpleType.INT;
            case UINT -> SimpleType.UINT;
            case DOUBLE -> SimpleType.DOUBLE;
            case STRING -> SimpleType.STRING;
            case BYTES -> SimpleType.BYTES;
            case NULL -> SimpleType.NULL_TYPE;
            case DYN -> SimpleType.DYN;
            case TIMESTAMP -> SimpleType.TIMESTAMP;
            case DURATION -> SimpleType.DURATION;
          };
      case Type.ListOf(var element) -> ListType.create(celType(element));
      case Type.MapOf(var key, var value) -> MapType.create(celType(key), celType(value));
      case Type.OptionalOf(var value) -> OptionalType.create(celType(value));
      case Type.TypeOf(var inner) -> TypeType.create(celType(inner));
      case Type.Opaque(var name) -> OpaqueType.create(name);
      case Type.Parameter(var name) -> TypeParamType.create(name);
      case Type.Struct(var name, _) -> StructTypeReference.create(name);
    };
  }

  /** The struct types by name. */
  @SuppressWarnings("Immutable") // its maps are never changed once it is made
  private static final class Structs implements CelTypeProvider {
    private final Map<String, CelType> byName = new LinkedHashMap<>();

    Structs(List<Type.Struct> structs) {
      for (var struct : structs) {
        var fields = struct.fields();
        byName.put(
            struct.name(),
            StructType.create(
                struct.name(),
                ImmutableSet.copyOf(fields.keySet()),
                field -> Optional.ofNullable(fields.get(field)).map(Checker::celType)));
      }
    }

    @Override
    public ImmutableCollection<CelType> types() {
      return ImmutableList.copyOf(byName.values());
    }

    @Override
    public Optional<CelType> findType(String name) {
      return Optional.ofNullable(byName.get(name));
    }
  }
}
