package dev.plimsoll.schemas;

import dev.plimsoll.cel.Type;
import dev.plimsoll.resources.GroupVersionKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The CEL types of the built-in kinds, as the API server derives them from its OpenAPI schemas.
 *
 * <p>They stand in types.txt, which conformance-tests/oracle/schemas writes: after the comments the
 * number of kinds, a line for each ({@code apps/v1 Deployment 17}), and the object types, one a
 * line, counted from 0. A line has the fields, {@code name:type} each, where a type is a letter for
 * a simple one, {@code [} before a list's elements, {@code {} before a map's values, or the number
 * of an object type.
 */
public final class SchemaTypes {
  private static final Map<GroupVersionKind, Optional<Type>> KNOWN = new ConcurrentHashMap<>();

  private SchemaTypes() {}

  /** The file, read when first asked for. */
  private static final class Table {
    private static final Table BUILT_IN = read();

    private final Map<GroupVersionKind, String> kinds = new HashMap<>();
    private final String[] objects;

    private Table(String text) {
      String[] lines = text.lines().filter(line -> !line.startsWith("#")).toArray(String[]::new);
      int count = Integer.parseInt(lines[0]);
      for (int i = 1; i <= count; i++) {
        String[] words = lines[i].split(" ");
        kinds.put(GroupVersionKind.of(words[0], words[1]), words[2]);
      }
      objects = Arrays.copyOfRange(lines, count + 1, lines.length);
    }

    private static Table read() {
      try (InputStream stream = SchemaTypes.class.getResourceAsStream("types.txt")) {
        byte[] bytes = Objects.requireNonNull(stream).readAllBytes();
        return new Table(new String(bytes, StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private Type type(String text, String name) {
      return switch (text.charAt(0)) {
        case 'b' -> Type.BOOL;
        case 'i' -> Type.INT;
        case 'n' -> Type.DOUBLE;
        case 's' -> Type.STRING;
        case 'y' -> Type.BYTES;
        case 't' -> Type.TIMESTAMP;
        case 'd' -> Type.DURATION;
        case '*' -> Type.DYN;
        case '[' -> Type.list(type(text.substring(1), name + ".@idx"));
        case '{' -> Type.map(Type.STRING, type(text.substring(1), name + ".@elem"));
        default -> object(Integer.parseInt(text), name);
      };
    }

    private Type object(int number, String name) {
      Map<String, Type> fields = new LinkedHashMap<>();
      if (!objects[number].isEmpty()) {
        for (String field : objects[number].split(" ")) {
          int colon = field.indexOf(':');
          String fieldName = field.substring(0, colon);
          Type type = type(field.substring(colon + 1), name + "." + fieldName);
          fields.put(fieldName, type);
          if (fieldName.startsWith("__") && fieldName.endsWith("__")) {
            // A reserved word of CEL may be written as it is, or escaped.
            fields.put(fieldName.substring(2, fieldName.length() - 2), type);
          }
        }
      }
      return new Type.Struct(name, fields);
    }
  }

  /**
   * Returns the type of a kind's objects, if it is a built-in one. Its name is the kind, those of
   * the types within add the path; the API server adds a random number to the kind.
   */
  public static Optional<Type> of(GroupVersionKind kind) {
    return KNOWN.computeIfAbsent(
        kind,
        wanted ->
            Optional.ofNullable(Table.BUILT_IN.kinds.get(wanted))
                .map(text -> Table.BUILT_IN.type(text, wanted.kind())));
  }
}
