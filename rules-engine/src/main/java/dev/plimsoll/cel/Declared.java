package dev.plimsoll.cel;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Our types and functions as CEL-java's checker wants them declared. */
final class Declared {
  private Declared() {}

  static List<CelFunctionDecl> functions(List<Overload> overloads) {
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
    var parameters = overload.parameters().stream().map(Declared::type).toList();
    var result = type(overload.result());
    return overload.receiver()
        ? CelOverloadDecl.newMemberOverload(overload.id(), result, parameters)
        : CelOverloadDecl.newGlobalOverload(overload.id(), result, parameters);
  }

  static CelType type(Type type) {
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
      case Type.ListOf(var element) -> ListType.create(type(element));
      case Type.MapOf(var key, var value) -> MapType.create(type(key), type(value));
      case Type.OptionalOf(var value) -> OptionalType.create(type(value));
      case Type.TypeOf(var inner) -> TypeType.create(type(inner));
      case Type.Opaque(var name) -> OpaqueType.create(name);
      case Type.Parameter(var name) -> TypeParamType.create(name);
      case Type.Struct(var name, _) -> StructTypeReference.create(name);
    };
  }

  static CelTypeProvider structs(List<Type.Struct> structs) {
    return new Structs(structs);
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
                field -> Optional.ofNullable(fields.get(field)).map(Declared::type)));
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
