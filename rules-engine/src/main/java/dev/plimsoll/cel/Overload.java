package dev.plimsoll.cel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One signature of a function, with what it does and what it costs.
 *
 * <p>Before a call is made the evaluator compares the arguments with the parameters, as cel-go's
 * guards do: by the names of their types, and of a list or map only by its first element. If they
 * don't agree, there is {@code no such overload: NAME(TYPES)}. Functions that are not {@code
 * guarded} look at their arguments themselves.
 *
 * @param function the name called; a dotted name such as {@code ip.isCanonical} is one name
 * @param id cel-go's identifier of the overload, unique
 * @param receiver whether the first parameter stands before the dot
 * @param parameters the parameters' types, the receiver first
 * @param result the result's type
 * @param call what it does; may throw {@link EvaluationException}
 * @param cost what Kubernetes counts for a call, its arguments not included
 * @param guarded whether arguments are compared with the parameters before the call
 */
public record Overload(
    String function,
    String id,
    boolean receiver,
    List<Type> parameters,
    Type result,
    Call call,
    Cost cost,
    boolean guarded) {

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

    /**
     * What the call costs if the checker found several overloads possible, so that the one called
     * was chosen by the arguments: Kubernetes then knows only the function's name.
     */
    default long dispatched(@Nullable Object[] arguments, @Nullable Object result) {
      return of(arguments, result);
    }

    /** Returns a cost that differs where only the function's name is known. */
    static Cost of(Cost resolved, Cost dispatched) {
      return new Cost() {
        @Override
        public long of(@Nullable Object[] arguments, @Nullable Object result) {
          return resolved.of(arguments, result);
        }

        @Override
        public long dispatched(@Nullable Object[] arguments, @Nullable Object result) {
          return dispatched.of(arguments, result);
        }
      };
    }
  }

  /** Declares a function that is called as {@code receiver.name(...)}. */
  public static Overload member(
      String function, String id, Type result, List<Type> parameters, Call call) {
    return new Overload(function, id, true, parameters, result, call, Cost.ONE, true);
  }

  /** Declares a function that is called as {@code name(...)}. */
  public static Overload global(
      String function, String id, Type result, List<Type> parameters, Call call) {
    return new Overload(function, id, false, parameters, result, call, Cost.ONE, true);
  }

  /** Returns the same overload at another cost. */
  public Overload costing(Cost cost) {
    return new Overload(function, id, receiver, parameters, result, call, cost, guarded);
  }

  /** Returns the same overload, called with whatever arguments there are. */
  public Overload unguarded() {
    return new Overload(function, id, receiver, parameters, result, call, cost, false);
  }
}
