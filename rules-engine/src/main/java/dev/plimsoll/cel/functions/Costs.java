package dev.plimsoll.cel.functions;

import dev.plimsoll.cel.Bytes;
import dev.plimsoll.cel.OpaqueValue;
import dev.plimsoll.cel.Overload.Cost;
import dev.plimsoll.cel.Text;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Kubernetes counts for calls ({@code pkg/cel/library/cost.go} of k8s.io/apiserver, and the
 * trackers of cel-go's extensions). A call that failed, or whose argument did, is counted too; what
 * is missing then has size 1.
 */
public final class Costs {
  /** What one code point costs to be read, in the units of the budget. */
  public static final double TRAVERSAL = 0.1;

  /** What one code point of a regular expression multiplies the text's cost with. */
  public static final double REGEX = 0.25;

  /** What making a list costs. */
  public static final long LIST = 10;

  /** What making a struct costs. */
  static final long STRUCT = 40;

  private Costs() {}

  /** The first argument is read once. */
  static final Cost READ = (arguments, result) -> ceil(size(arguments[0]) * TRAVERSAL);

  /** The first argument is read once, if the checker knew the overload. */
  static final Cost READ_IF_RESOLVED = Cost.of(READ, Cost.ONE);

  /** The first argument is read twice, or read and written. */
  static final Cost READ_TWICE = (arguments, result) -> ceil(size(arguments[0]) * 2.0 * TRAVERSAL);

  /** The result is read and written. */
  static final Cost WRITE = (arguments, result) -> ceil(size(result) * 2.0 * TRAVERSAL);

  /** The first argument is walked as a tree. */
  static final Cost TRAVERSE = (arguments, result) -> traversal(arguments[0]);

  /** The second argument is a regular expression that is matched with the first. */
  static final Cost MATCH = (arguments, result) -> match(size(arguments[0]), size(arguments[1]));

  static long match(long textSize, long regexSize) {
    return ceil((1.0 + textSize) * TRAVERSAL) * ceil(regexSize * REGEX);
  }

  /** The result is a list of as many elements as it cost steps to make. */
  static final Cost OUTPUT = (arguments, result) -> allocatingList(1, size(result));

  static long allocatingList(double factor, long size) {
    return Math.min((long) (size * factor), Long.MAX_VALUE / 4) + 1 + LIST;
  }

  static long ceil(double cost) {
    return (long) Math.ceil(cost);
  }

  /** Returns the size of a value, which is 1 for one that has none. */
  static long size(@Nullable Object value) {
    return switch (value) {
      case String text -> Text.size(text);
      case Collection<?> list -> list.size();
      case Map<?, ?> map -> map.size();
      case Bytes bytes -> bytes.size();
      case OpaqueValue opaque -> opaque.costSize();
      case null, default -> 1;
    };
  }

  /** Returns what walking through a value costs: its text, rounded down piece by piece. */
  static long traversal(@Nullable Object value) {
    switch (value) {
      case String text -> {
        return (long) (Text.utf8Length(text) * TRAVERSAL);
      }
      case Bytes bytes -> {
        return (long) (bytes.size() * TRAVERSAL);
      }
      case List<?> list -> {
        long cost = 0;
        for (Object element : list) {
          cost += traversal(element);
        }
        return cost;
      }
      case Map<?, ?> map -> {
        long cost = 0;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          cost += traversal(entry.getKey()) + traversal(entry.getValue());
        }
        return cost;
      }
      case null, default -> {
        return 1;
      }
    }
  }
}
