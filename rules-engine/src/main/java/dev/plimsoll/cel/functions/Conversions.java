package dev.plimsoll.cel.functions;

import static dev.plimsoll.cel.Type.BOOL;
import static dev.plimsoll.cel.Type.BYTES;
import static dev.plimsoll.cel.Type.DOUBLE;
import static dev.plimsoll.cel.Type.DURATION;
import static dev.plimsoll.cel.Type.DYN;
import static dev.plimsoll.cel.Type.INT;
import static dev.plimsoll.cel.Type.STRING;
import static dev.plimsoll.cel.Type.TIMESTAMP;
import static dev.plimsoll.cel.Type.UINT;

import dev.plimsoll.cel.Bytes;
import dev.plimsoll.cel.EvaluationException;
import dev.plimsoll.cel.Overload;
import dev.plimsoll.cel.Overload.Call;
import dev.plimsoll.cel.Overload.Cost;
import dev.plimsoll.cel.Text;
import dev.plimsoll.cel.Type;
import dev.plimsoll.cel.Types;
import dev.plimsoll.cel.UInt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conversions between types; text is read as Go reads it. */
final class Conversions {
  private static final Type A = Type.parameter("A");

  private Conversions() {}

  static List<Overload> overloads() {
    Call toInt = args -> toInt(args[0]);
    Call toUInt = args -> toUInt(args[0]);
    Call toDouble = args -> toDouble(args[0]);
    Call toText = args -> toText(args[0]);
    return List.of(
        Overload.global("type", "type", new Type.TypeOf(A), List.of(A), a -> Types.of(a[0]))
            .unguarded(),
        Overload.global("dyn", "to_dyn", DYN, List.of(A), args -> args[0]).unguarded(),
        conversion("bool", "bool_to_bool", BOOL, BOOL, args -> args[0]),
        conversion("bool", "string_to_bool", STRING, BOOL, args -> toBool(args[0])),
        conversion("bytes", "bytes_to_bytes", BYTES, BYTES, args -> args[0]),
        conversion("bytes", "string_to_bytes", STRING, BYTES, args -> toBytes(args[0]))
            .costing(Costs.READ_IF_RESOLVED),
        conversion("double", "double_to_double", DOUBLE, DOUBLE, args -> args[0]),
        conversion("double", "int64_to_double", INT, DOUBLE, toDouble),
        conversion("double", "string_to_double", STRING, DOUBLE, toDouble),
        conversion("double", "uint64_to_double", UINT, DOUBLE, toDouble),
        conversion("duration", "duration_to_duration", DURATION, DURATION, args -> args[0]),
        conversion("duration", "int64_to_duration", INT, DURATION, args -> toDuration(args[0])),
        conversion("duration", "string_to_duration", STRING, DURATION, args -> toDuration(args[0])),
        conversion("int", "int64_to_int64", INT, INT, args -> args[0]),
        conversion("int", "double_to_int64", DOUBLE, INT, toInt),
        conversion("int", "duration_to_int64", DURATION, INT, toInt),
        conversion("int", "string_to_int64", STRING, INT, toInt),
        conversion("int", "timestamp_to_int64", TIMESTAMP, INT, toInt),
        conversion("int", "uint64_to_int64", UINT, INT, toInt),
        conversion("string", "string_to_string", STRING, STRING, args -> args[0]),
        conversion("string", "bool_to_string", BOOL, STRING, toText),
        conversion("string", "bytes_to_string", BYTES, STRING, toText)
            .costing(Costs.READ_IF_RESOLVED),
        conversion("string", "double_to_string", DOUBLE, STRING, toText),
        conversion("string", "duration_to_string", DURATION, STRING, toText),
        conversion("string", "int64_to_string", INT, STRING, toText),
        conversion("string", "timestamp_to_string", TIMESTAMP, STRING, toText),
        conversion("string", "uint64_to_string", UINT, STRING, toText),
        conversion("timestamp", "timestamp_to_timestamp", TIMESTAMP, TIMESTAMP, args -> args[0]),
        conversion("timestamp", "int64_to_timestamp", INT, TIMESTAMP, args -> toTime(args[0])),
        conversion("timestamp", "string_to_timestamp", STRING, TIMESTAMP, args -> toTime(args[0])),
        conversion("uint", "uint64_to_uint64", UINT, UINT, args -> args[0]),
        conversion("uint", "double_to_uint64", DOUBLE, UINT, toUInt),
        conversion("uint", "int64_to_uint64", INT, UINT, toUInt),
        conversion("uint", "string_to_uint64", STRING, UINT, toUInt));
  }

  private static Overload conversion(String name, String id, Type from, Type to, Call call) {
    return Overload.global(name, id, to, List.of(from), call).costing(Cost.ONE);
  }

  private static Object toText(@Nullable Object value) {
    return Text.of(Arguments.as(Object.class, value));
  }

  private static Object toBool(@Nullable Object value) {
    return switch (Arguments.text(value)) {
      case "1", "t", "T", "true", "TRUE", "True" -> true;
      case "0", "f", "F", "false", "FALSE", "False" -> false;
      default -> throw failure(STRING, BOOL);
    };
  }

  private static Object toBytes(@Nullable Object value) {
    return new Bytes(Text.utf8(Arguments.text(value)));
  }

  private static Object toInt(@Nullable Object value) {
    return switch (value) {
      case Double number -> {
        if (!(number > -0x1p63 && number < 0x1p63)) {
          throw new EvaluationException("integer overflow");
        }
        yield number.longValue();
      }
      case UInt number -> {
        if (number.bits() < 0) {
          throw new EvaluationException("integer overflow");
        }
        yield number.bits();
      }
      case String text -> GoNumbers.parseInt(text).orElseThrow(() -> failure(STRING, INT));
      case Duration duration -> duration.toNanos();
      case Instant time -> time.getEpochSecond();
      case null, default -> throw EvaluationException.NO_SUCH_OVERLOAD;
    };
  }

  private static Object toUInt(@Nullable Object value) {
    return switch (value) {
      case Double number -> {
        if (!(number >= 0 && number < 0x1p64)) {
          throw new EvaluationException("unsigned integer overflow");
        }
        yield GoNumbers.toUInt(number);
      }
      case Long number -> {
        if (number < 0) {
          throw new EvaluationException("unsigned integer overflow");
        }
        yield new UInt(number);
      }
      case String text -> GoNumbers.parseUInt(text).orElseThrow(() -> failure(STRING, UINT));
      case null, default -> throw EvaluationException.NO_SUCH_OVERLOAD;
    };
  }

  private static Object toDouble(@Nullable Object value) {
    return switch (value) {
      case Long number -> (double) number;
      case UInt number -> dev.plimsoll.cel.Numbers.toDouble(number);
      case String text -> GoNumbers.parseDouble(text).orElseThrow(() -> failure(STRING, DOUBLE));
      case null, default -> throw EvaluationException.NO_SUCH_OVERLOAD;
    };
  }

  private static Object toDuration(@Nullable Object value) {
    return switch (value) {
      case Long _ -> throw failure(INT, DURATION);
      case String text -> Moments.parseDuration(text).orElseThrow(() -> failure(STRING, DURATION));
      case null, default -> throw EvaluationException.NO_SUCH_OVERLOAD;
    };
  }

  private static Object toTime(@Nullable Object value) {
    return switch (value) {
      case Long seconds -> Moments.checked(seconds, 0);
      case String text -> Moments.parseTime(text).orElseThrow(() -> failure(STRING, TIMESTAMP));
      case null, default -> throw EvaluationException.NO_SUCH_OVERLOAD;
    };
  }

  private static EvaluationException failure(Type from, Type to) {
    return new EvaluationException("type conversion error from '" + from + "' to '" + to + "'");
  }
}
