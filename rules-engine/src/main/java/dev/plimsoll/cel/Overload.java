package dev.plimsoll.cel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One signature of a function, with what it does and what it costs.
 *
 * @param function the name called; a dotted name such as {@code ip.isCanonical} is one name
 * @param id cel-go's identifier of the overload, unique
 * @param receiver whether the first parameter stands before the dot
 * @param parameters the parameters' types, the receiver first
 * @param result the result's type
 * @param call what it does; may throw {@link EvaluationException}
 * @param cost what Kubernetes counts for a call, its arguments not included
 */
public record Overload(
    String function,
    String id,
    boolean receiver,
    List<Type> parameters,
    Type result,
    Call call,
    Cost cost) {

  public Overload {
    parameters = List.copyOf(parameters);
  }

  /** What a function does with its arguments. */
  @FunctionalInterface
  public interface Call {
    @Nullable Object apply(@Nullable Object[] arguments);
  }

  /** What a call costs, seen from its arguments and its result. */
  @FunctionalInterface
  public interface Cost {
    Cost ONE = (arguments, result) -> 1;

    long of(@Nullable Object[] arguments, @Nullable Object result);
  }

  /** Declares a function that is called as {@code receiver.name(...)}. */
  public static Overload member(
      String function, String id, Type result, List<Type> parameters, Call call) {
    return new Overload(function, id, true, parameters, result, call, Cost.ONE);
  }

  /** Declares a function that is called as {@code name(...)}. */
  public static Overload global(
      String function, String id, Type result, List<Type> parameters, Call call) {
    return new Overload(function, id, false, parameters, result, call, Cost.ONE);
  }

  /** Returns the same overload at another cost. */
  public Overload costing(Cost cost) {
    return new Overload(function, id, receiver, parameters, result, call, cost);
  }
}
