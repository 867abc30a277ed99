package dev.plimsoll.resources;

import org.jspecify.annotations.Nullable;

/** The type of a field of the Kubernetes API, as the API server's JSON decoder knows it. */
public final class FieldType {
  private final Form form;
  private final boolean pointer;
  private final String goName;
  private final @Nullable FieldType element;
  private final TypeFacts facts;
  private @Nullable StructType struct;

  /** How a type is written in JSON. */
  public enum Form {
    STRING,
    BOOL,
    INT32,
    INT64,
    FLOAT64,
    BYTES,
    TIME,
    MICRO_TIME,
    DURATION,
    QUANTITY,
    INT_OR_STRING,
    ANY,
    STRUCT,
    LIST,
    MAP
  }

  private FieldType(
      TypeFacts facts, Form form, boolean pointer, String goName, @Nullable FieldType element) {
    this.facts = facts;
    this.form = form;
    this.pointer = pointer;
    this.goName = goName;
    this.element = element;
  }

  static FieldType parse(TypeFacts facts, String text) {
    if (text.startsWith("*")) {
      var target = parse(facts, text.substring(1));
      return new FieldType(facts, target.form, true, target.goName, target.element);
    }
    var name = "";
    if (text.startsWith("(")) {
      int end = text.indexOf(')');
      name = text.substring(1, end);
      text = text.substring(end + 1);
    }
    if (text.startsWith("[") || text.startsWith("{")) {
      boolean list = text.startsWith("[");
      var element = parse(facts, text.substring(1));
      if (name.isEmpty()) {
        name = (list ? "[]" : "map[string]") + element.goName();
      }
      return new FieldType(facts, list ? Form.LIST : Form.MAP, false, name, element);
    }
    var form =
        switch (text) {
          case "string" -> Form.STRING;
          case "bool" -> Form.BOOL;
          case "int32" -> Form.INT32;
          case "int64" -> Form.INT64;
          case "float64" -> Form.FLOAT64;
          case "bytes" -> Form.BYTES;
          case "time" -> Form.TIME;
          case "microtime" -> Form.MICRO_TIME;
          case "duration" -> Form.DURATION;
          case "quantity" -> Form.QUANTITY;
          case "intorstring" -> Form.INT_OR_STRING;
          case "any" -> Form.ANY;
          default -> Form.STRUCT;
        };
    return new FieldType(facts, form, false, name.isEmpty() ? text : name, null);
  }

  public Form form() {
    return form;
  }

  /** Returns whether the field may be nil, so that an empty value differs from an absent one. */
  public boolean pointer() {
    return pointer;
  }

  /** Returns the type of the items of a list, or of the values of a map. */
  public FieldType element() {
    if (element == null) {
      throw new IllegalStateException(goName + " has no elements");
    }
    return element;
  }

  /** Returns the type of an object of this type. */
  public StructType struct() {
    if (struct == null) {
      struct = facts.struct(goName);
    }
    return struct;
  }

  /** Returns the name of the type in the API server's errors, such as {@code []v1.Container}. */
  public String goName() {
    var bare =
        switch (form) {
          case BYTES -> "[]uint8";
          case STRUCT -> goName.substring(goName.indexOf('/') + 1);
          case LIST, MAP, STRING, BOOL, INT32, INT64, FLOAT64 -> goName;
          case TIME -> "v1.Time";
          case MICRO_TIME -> "v1.MicroTime";
          case DURATION -> "v1.Duration";
          case QUANTITY -> "resource.Quantity";
          case INT_OR_STRING -> "intstr.IntOrString";
          case ANY -> "runtime.RawExtension";
        };
    return bare;
  }
}
