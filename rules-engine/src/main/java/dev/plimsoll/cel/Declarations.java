package dev.plimsoll.cel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which variables an expression may name, with their types. Immutable.
 *
 * @param variables name to type; a name may contain a dot, like {@code authorizer.requestResource}
 */
public record Declarations(Map<String, Type> variables) {

  public static final Type AUTHORIZER = Type.opaque("kubernetes.authorization.Authorizer");
  public static final Type RESOURCE_CHECK = Type.opaque("kubernetes.authorization.ResourceCheck");

  private static final String VARIABLES_TYPE = "kubernetes.variables";
  private static final Declarations ADMISSION = buildAdmission();

  public Declarations {
    variables = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(variables));
  }

  public static Declarations none() {
    return new Declarations(Map.of());
  }

  /** What every expression of a policy sees; params and variables are added as there are any. */
  public static Declarations admission() {
    return ADMISSION;
  }

  public Declarations with(String name, Type type) {
    var more = new LinkedHashMap<>(variables);
    more.put(name, type);
    return new Declarations(more);
  }

  public Declarations withParams() {
    return with("params", Type.DYN);
  }

  public Declarations withoutAuthorizer() {
    var fewer = new LinkedHashMap<>(variables);
    fewer.remove("authorizer");
    fewer.remove("authorizer.requestResource");
    return new Declarations(fewer);
  }

  /** Declares {@code resource}, through which cross-resource rules read other objects. */
  public Declarations withResources() {
    return with("resource", ResourceReader.TYPE);
  }

  /** Declares {@code variables} with these fields. */
  public Declarations withVariables(Map<String, Type> fields) {
    return with("variables", new Type.Struct(VARIABLES_TYPE, new LinkedHashMap<>(fields)));
  }

  /** The type under which a policy's variable is declared: dyn unless it is plain data. */
  static Type asVariable(Type type) {
    return switch (type) {
      case Type.Simple simple -> simple;
      case Type.ListOf(var element) -> Type.list(asVariable(element));
      case Type.MapOf(var key, var value) -> Type.map(asVariable(key), asVariable(value));
      case Type.OptionalOf _, Type.TypeOf _, Type.Opaque _, Type.Parameter _, Type.Struct _ ->
          Type.DYN;
    };
  }

  private static Declarations buildAdmission() {
    return none()
        .with("object", Type.DYN)
        .with("oldObject", Type.DYN)
        .with("request", AdmissionTypes.REQUEST)
        .with("namespaceObject", AdmissionTypes.NAMESPACE)
        .with("authorizer", AUTHORIZER)
        .with("authorizer.requestResource", RESOURCE_CHECK);
  }

  /** Returns the struct types that the variables' types name, the inner ones too. */
  List<Type.Struct> structs() {
    var found = new java.util.ArrayList<Type.Struct>();
    variables.values().forEach(type -> collect(type, found));
    return found;
  }

  private static void collect(Type type, List<Type.Struct> found) {
    switch (type) {
      case Type.Struct struct -> {
        found.add(struct);
        struct.fields().values().forEach(field -> collect(field, found));
      }
      case Type.ListOf(var element) -> collect(element, found);
      case Type.MapOf(var key, var value) -> {
        collect(key, found);
        collect(value, found);
      }
      case Type.OptionalOf(var value) -> collect(value, found);
      case Type.Simple _, Type.TypeOf _, Type.Opaque _, Type.Parameter _ -> {}
    }
  }
}
