package dev.plimsoll.cel.functions;

import dev.plimsoll.cel.EvaluationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The arguments of a call, each as the type its function takes. */
final class Arguments {
  private Arguments() {}

  static String text(@Nullable Object argument) {
    return as(String.class, argument);
  }

  static long integer(@Nullable Object argument) {
    return as(Long.class, argument);
  }

  static boolean bool(@Nullable Object argument) {
    return as(Boolean.class, argument);
  }

  @SuppressWarnings("unchecked") // a list of anything is a list of objects
  static List<@Nullable Object> list(@Nullable Object argument) {
    return (List<@Nullable Object>) as(List.class, argument);
  }

  static <T> T as(Class<T> type, @Nullable Object argument) {
    if (!type.isInstance(argument)) {
      throw EvaluationException.NO_SUCH_OVERLOAD;
    }
    return type.cast(argument);
  }
}
