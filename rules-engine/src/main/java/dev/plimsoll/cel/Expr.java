package dev.plimsoll.cel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A checked expression as a tree. It mirrors CEL's abstract syntax after macros are expanded and
 * overloads resolved; operators are calls of functions such as {@code _&&_}.
 */
public sealed interface Expr {

  /** Offset of the expression in its source, in code points. */
  int position();

  /** A literal: null, Boolean, Long, UInt, Double, String or Bytes; or a type, such as int. */
  record Constant(int position, @Nullable Object value) implements Expr {}

  /** A variable, of the activation or of an enclosing comprehension. */
  record Ident(int position, String name) implements Expr {}

  /** A field: {@code operand.field}. */
  record Select(int position, Expr operand, String field) implements Expr {}

  /** A presence test: {@code has(operand.field)}. */
  record Has(int position, Expr operand, String field) implements Expr {}

  /**
   * A call.
   *
   * @param overloads identifiers of the overloads that the arguments' types allow
   * @param arguments the receiver first, if there is one
   */
  record Call(int position, String function, List<String> overloads, List<Expr> arguments)
      implements Expr {
    public Call {
      overloads = List.copyOf(overloads);
      arguments = List.copyOf(arguments);
    }
  }

  /** A list literal. */
  record ListLiteral(int position, List<Element> elements) implements Expr {
    public ListLiteral {
      elements = List.copyOf(elements);
    }
  }

  /** An element of a list literal; an optional one, {@code ?value}, may turn out absent. */
  record Element(Expr value, boolean optional) {}

  /** A map literal. */
  record MapLiteral(int position, List<Entry> entries) implements Expr {
    public MapLiteral {
      entries = List.copyOf(entries);
    }
  }

  /** An entry of a map literal; an optional one, {@code ?key: value}, may turn out absent. */
  record Entry(Expr key, Expr value, boolean optional) {}

  /**
   * A fold over a list or map.
   *
   * @param variable the element, or the key when the range is a map; the index or key when there is
   *     a second variable
   * @param second the value; empty in the one-variable form
   * @param accumulator the variable that {@code step} makes anew for each element
   * @param condition stops the fold when it becomes false
   * @param result made of the last accumulator
   */
  record Comprehension(
      int position,
      Expr range,
      String variable,
      String second,
      String accumulator,
      Expr initial,
      Expr condition,
      Expr step,
      Expr result)
      implements Expr {}
}
