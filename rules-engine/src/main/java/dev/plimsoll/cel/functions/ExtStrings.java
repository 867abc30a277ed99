package dev.plimsoll.cel.functions;

import static dev.plimsoll.cel.functions.Arguments.integer;
import static dev.plimsoll.cel.functions.Arguments.list;
import static dev.plimsoll.cel.functions.Arguments.text;

import dev.plimsoll.cel.EvaluationException;
import dev.plimsoll.cel.GoText;
import dev.plimsoll.cel.Overload;
import dev.plimsoll.cel.Overload.Cost;
import dev.plimsoll.cel.Text;
import dev.plimsoll.cel.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** cel-go's extension for strings, version 2. Positions count code points. */
public final class ExtStrings {
  private static final Type STRINGS = Type.list(Type.STRING);

  /** Longer text than this is not made: no object that a policy may see is near this size. */
  private static final long MOST_CHARS = 1L << 26;

  private ExtStrings() {}

  static List<Overload> overloads() {
    return List.of(
        Overload.member(
            "charAt",
            "string_char_at_int",
            Type.STRING,
            List.of(Type.STRING, Type.INT),
            args -> charAt(text(args[0]), integer(args[1]))),
        member(
            "indexOf",
            "string_index_of_string",
            Type.INT,
            List.of(Type.STRING, Type.STRING),
            Costs.TRAVERSE,
            args -> indexOf(text(args[0]), text(args[1]), 0)),
        member(
            "indexOf",
            "string_index_of_string_int",
            Type.INT,
            List.of(Type.STRING, Type.STRING, Type.INT),
            Costs.TRAVERSE,
            args -> indexOf(text(args[0]), text(args[1]), integer(args[2]))),
        member(
            "lastIndexOf",
            "string_last_index_of_string",
            Type.INT,
            List.of(Type.STRING, Type.STRING),
            Costs.TRAVERSE,
            args -> lastIndexOf(text(args[0]), text(args[1]))),
        member(
            "lastIndexOf",
            "string_last_index_of_string_int",
            Type.INT,
            List.of(Type.STRING, Type.STRING, Type.INT),
            Costs.TRAVERSE,
            args -> lastIndexOf(text(args[0]), text(args[1]), integer(args[2]))),
        member(
            "lowerAscii",
            "string_lower_ascii",
            Type.STRING,
            List.of(Type.STRING),
            Costs.READ,
            args -> shifted(text(args[0]), 'A', 'a')),
        member(
            "upperAscii",
            "string_upper_ascii",
            Type.STRING,
            List.of(Type.STRING),
            Costs.READ,
            args -> shifted(text(args[0]), 'a', 'A')),
        member(
            "replace",
            "string_replace_string_string",
            Type.STRING,
            List.of(Type.STRING, Type.STRING, Type.STRING),
            Costs.READ_TWICE,
            args -> replace(text(args[0]), text(args[1]), text(args[2]), -1)),
        member(
            "replace",
            "string_replace_string_string_int",
            Type.STRING,
            List.of(Type.STRING, Type.STRING, Type.STRING, Type.INT),
            Costs.READ_TWICE,
            args -> replace(text(args[0]), text(args[1]), text(args[2]), integer(args[3]))),
        member(
            "split",
            "string_split_string",
            STRINGS,
            List.of(Type.STRING, Type.STRING),
            Costs.READ_TWICE,
            args -> split(text(args[0]), text(args[1]), -1)),
        member(
            "split",
            "string_split_string_int",
            STRINGS,
            List.of(Type.STRING, Type.STRING, Type.INT),
            Costs.READ_TWICE,
            args -> split(text(args[0]), text(args[1]), integer(args[2]))),
        member(
            "substring",
            "string_substring_int",
            Type.STRING,
            List.of(Type.STRING, Type.INT),
            Costs.READ,
            args -> substring(text(args[0]), integer(args[1]))),
        member(
            "substring",
            "string_substring_int_int",
            Type.STRING,
            List.of(Type.STRING, Type.INT, Type.INT),
            Costs.READ,
            args -> substring(text(args[0]), integer(args[1]), integer(args[2]))),
        member(
            "trim",
            "string_trim",
            Type.STRING,
            List.of(Type.STRING),
            Costs.READ,
            args -> trim(text(args[0]))),
        member(
            "join",
            "list_join",
            Type.STRING,
            List.of(STRINGS),
            Costs.WRITE,
            args -> join(list(args[0]), "")),
        member(
            "join",
            "list_join_string",
            Type.STRING,
            List.of(STRINGS, Type.STRING),
            Costs.WRITE,
            args -> join(list(args[0]), text(args[1]))),
        member(
            "format",
            "string_format",
            Type.STRING,
            List.of(Type.STRING, Type.list(Type.DYN)),
            Costs.READ,
            args -> Formatting.format(text(args[0]), list(args[1]))),
        Overload.global(
                "strings.quote",
                "strings_quote",
                Type.STRING,
                List.of(Type.STRING),
                args -> quote(text(args[0])))
            .costing(Costs.READ));
  }

  private static Overload member(
      String function,
      String id,
      Type result,
      List<Type> parameters,
      Cost cost,
      Overload.Call call) {
    return Overload.member(function, id, result, parameters, call).costing(cost);
  }

  private static EvaluationException outOfRange(long index) {
    return new EvaluationException("index out of range: " + index);
  }

  private static String charAt(String text, long index) {
    int size = Text.size(text);
    if (index < 0 || index > size) {
      throw outOfRange(index);
    }
    return index == size ? "" : Text.wellFormed(Character.toString(codePointAt(text, (int) index)));
  }

  private static int codePointAt(String text, int index) {
    return text.codePointAt(offset(text, index));
  }

  /** Returns the index of the char that begins the code point at a position. */
  private static int offset(String text, long position) {
    return text.offsetByCodePoints(0, (int) position);
  }

  private static long indexOf(String text, String wanted, long from) {
    if (wanted.isEmpty()) {
      return from;
    }
    if (from < 0) {
      throw outOfRange(from);
    }
    if (from >= Text.size(text)) {
      return -1;
    }
    return position(text, Search.indexOf(text, wanted, offset(text, from)));
  }

  private static long lastIndexOf(String text, String wanted) {
    int size = Text.size(text);
    return wanted.isEmpty() ? size : text.isEmpty() ? -1 : lastIndexOf(text, wanted, size - 1);
  }

  private static long lastIndexOf(String text, String wanted, long from) {
    if (wanted.isEmpty()) {
      return from;
    }
    if (from < 0) {
      throw outOfRange(from);
    }
    if (from >= Text.size(text)) {
      return -1;
    }
    return position(text, Search.lastIndexOf(text, wanted, offset(text, from)));
  }

  private static long position(String text, int index) {
    return index <= 0 ? index : text.codePointCount(0, index);
  }

  /** Moves ASCII letters of one case to the other. */
  private static String shifted(String text, char from, char to) {
    for (int i = 0; i < text.length(); i++) {
      if (isLetter(text.charAt(i), from)) {
        char[] chars = text.toCharArray();
        for (int j = i; j < chars.length; j++) {
          if (isLetter(chars[j], from)) {
            chars[j] += (char) (to - from);
          }
        }
        return new String(chars);
      }
    }
    return text;
  }

  private static boolean isLetter(char c, char first) {
    return c >= first && c < first + 26;
  }

  /** Replaces as often as {@code limit} says, everywhere if it is negative. */
  private static String replace(String text, String old, String with, long limit) {
    if (limit == 0 || old.equals(with)) {
      return text;
    }
    StringBuilder out = null;
    int done = 0;
    int from = 0;
    for (long count = 0; limit < 0 || count < limit; count++) {
      int at = old.isEmpty() ? next(text, from, count) : Search.indexOf(text, old, from);
      if (at < 0 || at > text.length()) {
        break;
      }
      out = out == null ? new StringBuilder(text.length() + with.length()) : out;
      checkSize(out.length() + (long) at - done + with.length());
      out.append(text, done, at).append(with);
      done = at + old.length();
      from = done;
    }
    return out == null ? text : out.append(text, done, text.length()).toString();
  }

  /** Returns where the next of the code points begins after which nothing can be inserted. */
  private static int next(String text, int from, long count) {
    if (count == 0) {
      return 0;
    }
    return from < text.length() ? text.offsetByCodePoints(from, 1) : -1;
  }

  static void checkSize(long size) {
    if (size > MOST_CHARS) {
      throw new EvaluationException("string is longer than " + MOST_CHARS + " characters");
    }
  }

  /** Splits into as many parts as {@code limit} says, into all if it is negative. */
  private static List<String> split(String text, String separator, long limit) {
    List<String> parts = new ArrayList<>();
    if (limit == 0) {
      return parts;
    }
    int from = 0;
    if (separator.isEmpty()) {
      while (from < text.length() && (limit < 0 || parts.size() < limit - 1)) {
        int end = text.offsetByCodePoints(from, 1);
        parts.add(text.substring(from, end));
        from = end;
      }
      if (from < text.length()) {
        parts.add(text.substring(from));
      }
      return parts;
    }
    int at = Search.indexOf(text, separator, 0);
    while (at >= 0 && (limit < 0 || parts.size() < limit - 1)) {
      parts.add(text.substring(from, at));
      from = at + separator.length();
      at = Search.indexOf(text, separator, from);
    }
    parts.add(text.substring(from));
    return parts;
  }

  private static String substring(String text, long from) {
    if (from < 0 || from > Text.size(text)) {
      throw outOfRange(from);
    }
    return text.substring(offset(text, from));
  }

  private static String substring(String text, long from, long to) {
    if (from > to) {
      throw new EvaluationException("invalid substring range. start: " + from + ", end: " + to);
    }
    int size = Text.size(text);
    if (from < 0 || from > size) {
      throw outOfRange(from);
    }
    if (to > size) {
      throw outOfRange(to);
    }
    int start = offset(text, from);
    return text.substring(start, text.offsetByCodePoints(start, (int) (to - from)));
  }

  static String trim(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  /** Unicode's White_Space. */
  private static boolean isSpace(char c) {
    return c >= '\t' && c <= '\r'
        || c == ' '
        || c == 0x85
        || c == 0xA0
        || c >= 0x80 && Character.isSpaceChar(c);
  }

  private static String join(List<@Nullable Object> list, String separator) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < list.size(); i++) {
      Object element = list.get(i);
      if (!(element instanceof String text)) {
        // In Go null is a number.
        String found = element == null ? "0" : GoText.of(element);
        throw new EvaluationException("join: invalid input: " + found);
      }
      checkSize(out.length() + (long) separator.length() + text.length());
      (i == 0 ? out : out.append(separator)).append(text);
    }
    return out.toString();
  }

  /** Puts text in double quotes, with escapes for what CEL's own literals escape. */
  private static String quote(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    String clean = Text.wellFormed(text);
    for (int i = 0; i < clean.length(); i++) {
      char c = clean.charAt(i);
      switch (c) {
        case 7 -> out.append("\\a");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case 0x0B -> out.append("\\v");
        case '\\' -> out.append("\\\\");
        case '"' -> out.append("\\\"");
        default -> out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
