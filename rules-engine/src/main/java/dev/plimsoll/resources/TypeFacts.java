package dev.plimsoll.resources;

import dev.plimsoll.resources.StructType.Field;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;

/**
 * How the built-in kinds of a Kubernetes version are typed: the Go types of {@code k8s.io/api},
 * written as data by {@code conformance-tests/types}. A type is parsed when it is first asked for.
 *
 * <p>The data have a line for a kind ({@code apps/v1 Deployment apps/v1.Deployment}) and, after an
 * empty line, one for a type: its name, then its fields as {@code |name:type}. A type is {@code
 * *T} (pointer), {@code [T} (list), {@code {T} (map of strings), a scalar or a type's name, with
 * the Go name of a named type before it in parentheses; a final {@code ?} is omitempty, {@code !}
 * omitzero.
 */
public final class TypeFacts {
  private static final int OLDEST = 34;
  private static final int NEWEST = 36;
  private static final Map<Integer, TypeFacts> BY_VERSION = new ConcurrentHashMap<>();

  private final Map<GroupVersionKind, String> kinds = new HashMap<>();
  private final Map<String, String> lines = new HashMap<>();
  private final Map<String, StructType> structs = new ConcurrentHashMap<>();

  private TypeFacts() {}

  /** Returns the facts of Kubernetes 1.{@code minor}, or of the nearest version that is known. */
  public static TypeFacts of(int minor) {
    return BY_VERSION.computeIfAbsent(Math.clamp(minor, OLDEST, NEWEST), TypeFacts::read);
  }

  /** Returns the type of a kind, if it is a built-in one of that version. */
  public Optional<StructType> kind(GroupVersionKind kind) {
    return Optional.ofNullable(kinds.get(kind)).map(this::struct);
  }

  /** Returns a type by its name, such as {@code core/v1.Container}. */
  public StructType struct(String name) {
    var known = structs.get(name);
    if (known != null) {
      return known;
    }
    var parsed = parse(Objects.requireNonNull(lines.get(name), name));
    var earlier = structs.putIfAbsent(name, parsed);
    return earlier == null ? parsed : earlier;
  }

  private StructType parse(String line) {
    var parts = line.split("\\|");
    var fields = new ArrayList<Field>(parts.length - 1);
    for (var part : List.of(parts).subList(1, parts.length)) {
      int colon = part.indexOf(':');
      int end = part.length();
      while (part.charAt(end - 1) == '?' || part.charAt(end - 1) == '!') {
        end--;
      }
      var options = part.substring(end);
      var type = FieldType.parse(this, part.substring(colon + 1, end));
      fields.add(
          new Field(part.substring(0, colon), type, options.contains("?"), options.contains("!")));
    }
    return new StructType(parts[0], fields);
  }

  private static TypeFacts read(int minor) {
    var facts = new TypeFacts();
    var name = "types-1." + minor + ".txt.gz";
    var stream = Objects.requireNonNull(TypeFacts.class.getResourceAsStream(name));
    try (var reader =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(stream), StandardCharsets.UTF_8))) {
      for (String line; (line = reader.readLine()) != null; ) {
        facts.add(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return facts;
  }

  private void add(String line) {
    int bar = line.indexOf('|');
    if (bar > 0) {
      lines.put(line.substring(0, bar), line);
    } else if (!line.isEmpty() && !line.startsWith("#")) {
      var words = line.split(" ");
      if (words.length == 3) {
        kinds.put(GroupVersionKind.of(words[0], words[1]), words[2]);
      } else {
        lines.put(line, line);
      }
    }
  }
}
