package dev.plimsoll.cel.functions;

import static dev.plimsoll.cel.Type.BOOL;
import static dev.plimsoll.cel.Type.BYTES;
import static dev.plimsoll.cel.Type.DOUBLE;
import static dev.plimsoll.cel.Type.DURATION;
import static dev.plimsoll.cel.Type.INT;
import static dev.plimsoll.cel.Type.STRING;
import static dev.plimsoll.cel.Type.TIMESTAMP;
import static dev.plimsoll.cel.Type.UINT;

import dev.plimsoll.cel.Overload;
import dev.plimsoll.cel.Overload.Call;
import dev.plimsoll.cel.Overload.Cost;
import dev.plimsoll.cel.Type;
import java.util.List;

/** The operators' signatures; those of {@link Arithmetic} work on whatever they are given. */
final class Operators {
  private static final Type A = Type.parameter("A");
  private static final Type LIST = Type.list(A);
  private static final Type MAP = Type.map(A, Type.parameter("B"));

  private Operators() {}

  static List<Overload> overloads() {
    Cost written =
        Cost.of(
            (args, result) -> Costs.ceil((Costs.size(args[0]) + Costs.size(args[1])) * 0.1),
            Cost.ONE);
    return List.of(
        operator("_?_:_", "conditional", A, BOOL, A, A),
        operator("_&&_", "logical_and", BOOL, BOOL, BOOL),
        operator("_||_", "logical_or", BOOL, BOOL, BOOL),
        operator("!_", "logical_not", BOOL, BOOL),
        operator("@not_strictly_false", "not_strictly_false", BOOL, BOOL),
        operator("_==_", "equals", BOOL, A, A),
        operator("_!=_", "not_equals", BOOL, A, A),
        add("add_bytes", BYTES, BYTES, BYTES).costing(written),
        add("add_double", DOUBLE, DOUBLE, DOUBLE),
        add("add_duration_duration", DURATION, DURATION, DURATION),
        add("add_duration_timestamp", TIMESTAMP, DURATION, TIMESTAMP),
        add("add_timestamp_duration", TIMESTAMP, TIMESTAMP, DURATION),
        add("add_int64", INT, INT, INT),
        add("add_list", LIST, LIST, LIST),
        add("add_string", STRING, STRING, STRING).costing(written),
        add("add_uint64", UINT, UINT, UINT),
        arithmetic("_/_", "divide_double", DOUBLE, Arithmetic::divide),
        arithmetic("_/_", "divide_int64", INT, Arithmetic::divide),
        arithmetic("_/_", "divide_uint64", UINT, Arithmetic::divide),
        arithmetic("_%_", "modulo_int64", INT, Arithmetic::modulo),
        arithmetic("_%_", "modulo_uint64", UINT, Arithmetic::modulo),
        arithmetic("_*_", "multiply_double", DOUBLE, Arithmetic::multiply),
        arithmetic("_*_", "multiply_int64", INT, Arithmetic::multiply),
        arithmetic("_*_", "multiply_uint64", UINT, Arithmetic::multiply),
        negate("negate_double", DOUBLE),
        negate("negate_int64", INT),
        subtract("subtract_double", DOUBLE, DOUBLE, DOUBLE),
        subtract("subtract_duration_duration", DURATION, DURATION, DURATION),
        subtract("subtract_int64", INT, INT, INT),
        subtract("subtract_timestamp_duration", TIMESTAMP, TIMESTAMP, DURATION),
        subtract("subtract_timestamp_timestamp", DURATION, TIMESTAMP, TIMESTAMP),
        subtract("subtract_uint64", UINT, UINT, UINT),
        operator("_[_]", "index_list", A, LIST, INT),
        operator("_[_]", "index_map", Type.parameter("B"), MAP, A));
  }

  /** Declares an operator that the evaluator knows by itself. */
  private static Overload operator(String name, String id, Type result, Type... parameters) {
    return Overload.global(name, id, result, List.of(parameters), Arithmetic::unsupported);
  }

  private static Overload add(String id, Type result, Type left, Type right) {
    return Overload.global("_+_", id, result, List.of(left, right), Arithmetic::add).unguarded();
  }

  private static Overload subtract(String id, Type result, Type left, Type right) {
    return Overload.global("_-_", id, result, List.of(left, right), Arithmetic::subtract)
        .unguarded();
  }

  private static Overload negate(String id, Type type) {
    return Overload.global("-_", id, type, List.of(type), Arithmetic::negate).unguarded();
  }

  private static Overload arithmetic(String name, String id, Type type, Call call) {
    return Overload.global(name, id, type, List.of(type, type), call).unguarded();
  }
}
