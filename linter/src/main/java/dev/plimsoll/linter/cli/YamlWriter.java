package dev.plimsoll.linter.cli;

import dev.plimsoll.linter.report.JsonWriter;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes values as YAML in block style; texts that could be taken for something else in quotes. */
final class YamlWriter {
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z/][A-Za-z0-9_./-]*(?:[:@][A-Za-z0-9_./-]+)*");
  private static final Pattern WORD = Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null|~");

  private YamlWriter() {}

  static void write(StringBuilder out, List<?> list) {
    if (list.isEmpty()) {
      out.append("[]\n");
    } else {
      list(out, list, 0);
    }
  }

  private static void value(StringBuilder out, @Nullable Object value, int indent) {
    switch (value) {
      case Map<?, ?> map when !map.isEmpty() -> {
        out.append('\n');
        map(out, map, indent, false);
      }
      case List<?> list when !list.isEmpty() -> {
        out.append('\n');
        list(out, list, indent - 2);
      }
      case Map<?, ?> _ -> out.append(" {}\n");
      case List<?> _ -> out.append(" []\n");
      case null -> out.append(" null\n");
      case String text -> out.append(' ').append(text(text)).append('\n');
      default -> out.append(' ').append(value).append('\n');
    }
  }

  private static void map(StringBuilder out, Map<?, ?> map, int indent, boolean inLine) {
    boolean first = inLine;
    for (var entry : map.entrySet()) {
      out.repeat(' ', first ? 0 : indent);
      first = false;
      out.append(text(String.valueOf(entry.getKey()))).append(':');
      value(out, entry.getValue(), indent + 2);
    }
  }

  private static void list(StringBuilder out, List<?> list, int indent) {
    for (var item : list) {
      out.repeat(' ', Math.max(indent, 0)).append('-');
      if (item instanceof Map<?, ?> map && !map.isEmpty()) {
        out.append(' ');
        map(out, map, Math.max(indent, 0) + 2, true);
      } else {
        value(out, item, Math.max(indent, 0) + 4);
      }
    }
  }

  private static String text(String text) {
    boolean plain = PLAIN.matcher(text).matches() && !WORD.matcher(text).matches();
    return plain ? text : JsonWriter.line(text);
  }
}
