package dev.plimsoll.cel.functions;

import static dev.plimsoll.cel.functions.Arguments.bool;
import static dev.plimsoll.cel.functions.Arguments.text;

import dev.plimsoll.cel.EvaluationException;
import dev.plimsoll.cel.Overload;
import dev.plimsoll.cel.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Kubernetes' library of semantic versions, version 1. */
public final class Semvers {
  private Semvers() {}

  static List<Overload> overloads() {
    List<Type> string = List.of(Type.STRING);
    List<Type> stringBool = List.of(Type.STRING, Type.BOOL);
    List<Type> one = List.of(Semver.TYPE);
    List<Type> two = List.of(Semver.TYPE, Semver.TYPE);
    return List.of(
        Overload.global(
                "semver",
                "string_to_semver",
                Semver.TYPE,
                string,
                args -> Semver.parse(text(args[0])))
            .costing(Costs.READ),
        Overload.global(
                "semver",
                "string_bool_to_semver",
                Semver.TYPE,
                stringBool,
                args -> parse(text(args[0]), bool(args[1])))
            .costing(Costs.READ),
        Overload.global(
                "isSemver",
                "is_semver_string",
                Type.BOOL,
                string,
                args -> isSemver(text(args[0]), false))
            .costing(Costs.READ),
        Overload.global(
                "isSemver",
                "is_semver_string_bool",
                Type.BOOL,
                stringBool,
                args -> isSemver(text(args[0]), bool(args[1])))
            .costing(Costs.READ),
        Overload.member(
            "isGreaterThan",
            "semver_is_greater_than",
            Type.BOOL,
            two,
            args -> of(args[0]).compareTo(of(args[1])) > 0),
        Overload.member(
            "isLessThan",
            "semver_is_less_than",
            Type.BOOL,
            two,
            args -> of(args[0]).compareTo(of(args[1])) < 0),
        Overload.member(
            "compareTo",
            "semver_compare_to",
            Type.INT,
            two,
            args -> (long) of(args[0]).compareTo(of(args[1]))),
        Overload.member("major", "semver_major", Type.INT, one, args -> of(args[0]).major()),
        Overload.member("minor", "semver_minor", Type.INT, one, args -> of(args[0]).minor()),
        Overload.member("patch", "semver_patch", Type.INT, one, args -> of(args[0]).patch()));
  }

  private static Semver of(@Nullable Object argument) {
    return Arguments.as(Semver.class, argument);
  }

  private static Semver parse(String text, boolean normalize) {
    return normalize ? Semver.normalized(text) : Semver.parse(text);
  }

  private static boolean isSemver(String text, boolean normalize) {
    try {
      parse(text, normalize);
      return true;
    } catch (EvaluationException wrong) {
      return false;
    }
  }
}
