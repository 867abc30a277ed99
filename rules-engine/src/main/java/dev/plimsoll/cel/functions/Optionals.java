package dev.plimsoll.cel.functions;

import static dev.plimsoll.cel.Type.BOOL;
import static dev.plimsoll.cel.Type.DYN;
import static dev.plimsoll.cel.Type.INT;
import static dev.plimsoll.cel.Type.STRING;

import dev.plimsoll.cel.Bytes;
import dev.plimsoll.cel.EvaluationException;
import dev.plimsoll.cel.GoText;
import dev.plimsoll.cel.OptionalValue;
import dev.plimsoll.cel.Overload;
import dev.plimsoll.cel.Type;
import dev.plimsoll.cel.UInt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** CEL's optional values. */
final class Optionals {
  private static final Type K = Type.parameter("K");
  private static final Type V = Type.parameter("V");
  private static final Type OPTIONAL = Type.optional(V);
  private static final Type LIST = Type.list(V);
  private static final Type MAP = Type.map(K, V);
  private static final Type OPTIONALS = Type.list(OPTIONAL);

  private Optionals() {}

  static List<Overload> overloads() {
    return List.of(
        Overload.global(
            "optional.of", "optional_of", OPTIONAL, List.of(V), a -> OptionalValue.of(a[0])),
        Overload.global(
            "optional.ofNonZeroValue",
            "optional_ofNonZeroValue",
            OPTIONAL,
            List.of(V),
            args -> isZero(args[0]) ? OptionalValue.NONE : OptionalValue.of(args[0])),
        Overload.global(
            "optional.none", "optional_none", OPTIONAL, List.of(), args -> OptionalValue.NONE),
        Overload.member(
            "value", "optional_value", V, List.of(OPTIONAL), args -> value(optional(args[0]))),
        Overload.member(
            "hasValue",
            "optional_hasValue",
            BOOL,
            List.of(OPTIONAL),
            args -> optional(args[0]).present()),
        known("or", "optional_or_optional", true, OPTIONAL, OPTIONAL, OPTIONAL),
        known("orValue", "optional_orValue_value", true, V, OPTIONAL, V),
        known("_?._", "select_optional_field", false, OPTIONAL, DYN, STRING),
        known("_[?_]", "list_optindex_optional_int", false, OPTIONAL, LIST, INT),
        known(
            "_[?_]",
            "optional_list_optindex_optional_int",
            false,
            OPTIONAL,
            Type.optional(LIST),
            INT),
        known("_[?_]", "map_optindex_optional_value", false, OPTIONAL, MAP, K),
        known(
            "_[?_]",
            "optional_map_optindex_optional_value",
            false,
            OPTIONAL,
            Type.optional(MAP),
            K),
        known("_[_]", "optional_list_index_int", false, OPTIONAL, Type.optional(LIST), INT),
        known("_[_]", "optional_map_index_value", false, OPTIONAL, Type.optional(MAP), K),
        Overload.member("first", "list_first", OPTIONAL, List.of(LIST), args -> first(args[0])),
        Overload.member("last", "list_last", OPTIONAL, List.of(LIST), args -> last(args[0])),
        Overload.global(
            "optional.unwrap", "optional_unwrap", LIST, List.of(OPTIONALS), a -> unwrap(a[0])),
        Overload.member(
            "unwrapOpt", "optional_unwrapOpt", LIST, List.of(OPTIONALS), a -> unwrap(a[0])));
  }

  /** Declares what the evaluator knows by itself. */
  private static Overload known(
      String name, String id, boolean receiver, Type result, Type... parameters) {
    return receiver
        ? Overload.member(name, id, result, List.of(parameters), Arithmetic::unsupported)
        : Overload.global(name, id, result, List.of(parameters), Arithmetic::unsupported);
  }

  private static OptionalValue optional(@Nullable Object value) {
    return Arguments.as(OptionalValue.class, value);
  }

  private static @Nullable Object value(OptionalValue optional) {
    if (!optional.present()) {
      throw new EvaluationException("optional.none() dereference");
    }
    return optional.value();
  }

  private static Object first(@Nullable Object value) {
    var list = Arguments.list(value);
    return list.isEmpty() ? OptionalValue.NONE : OptionalValue.of(list.getFirst());
  }

  private static Object last(@Nullable Object value) {
    var list = Arguments.list(value);
    return list.isEmpty() ? OptionalValue.NONE : OptionalValue.of(list.getLast());
  }

  private static Object unwrap(@Nullable Object value) {
    var present = new ArrayList<@Nullable Object>();
    for (var element : Arguments.list(value)) {
      if (!(element instanceof OptionalValue optional)) {
        throw new EvaluationException("value " + GoText.of(element) + " is not optional");
      }
      if (optional.present()) {
        present.add(optional.value());
      }
    }
    return present;
  }

  private static boolean isZero(@Nullable Object value) {
    return switch (value) {
      case null -> true;
      case Boolean truth -> !truth;
      case Long number -> number == 0;
      case UInt number -> number.bits() == 0;
      case Double number -> number == 0;
      case String text -> text.isEmpty();
      case Bytes bytes -> bytes.size() == 0;
      case List<?> list -> list.isEmpty();
      case Map<?, ?> map -> map.isEmpty();
      case Duration duration -> duration.isZero();
      case java.time.Instant time ->
          time.getEpochSecond() == -62_135_596_800L && time.getNano() == 0;
      default -> false;
    };
  }
}
