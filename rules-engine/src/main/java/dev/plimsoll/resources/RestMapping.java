package dev.plimsoll.resources;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Which kind is which resource, for all built-in kinds, served by today's API servers or not. */
public final class RestMapping {
  private static final RestMapping BUILT_IN = read();

  private final Map<GroupVersionKind, Resource> byKind = new HashMap<>();
  private final Map<GroupVersionResource, Resource> byName = new LinkedHashMap<>();

  /**
   * A resource of the API.
   *
   * @param namespaced whether its objects live in namespaces
   * @param subResources name to the kind of object that it takes
   * @param served whether a kube-apiserver 1.36 serves it by default
   */
  public record Resource(
      GroupVersionResource name,
      GroupVersionKind kind,
      boolean namespaced,
      Map<String, GroupVersionKind> subResources,
      boolean served) {
    public Resource {
      subResources = Map.copyOf(subResources);
    }

    /** Returns the kind of what is sent to the resource or one of its subresources. */
    public Optional<GroupVersionKind> kind(String subResource) {
      return subResource.isEmpty()
          ? Optional.of(kind)
          : Optional.ofNullable(subResources.get(subResource));
    }
  }

  private RestMapping() {}

  public static RestMapping builtIn() {
    return BUILT_IN;
  }

  /** Returns the resource of a kind, if it is a built-in one. */
  public Optional<Resource> resource(GroupVersionKind kind) {
    return Optional.ofNullable(byKind.get(kind));
  }

  public Optional<Resource> resource(GroupVersionResource name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Returns all resources, the served ones first. */
  public Iterable<Resource> resources() {
    return byName.values();
  }

  /** Returns the resource of a kind that isn't built in, its plural guessed as English has it. */
  public static GroupVersionResource guess(GroupVersionKind kind) {
    var singular = kind.kind().toLowerCase(Locale.ROOT);
    String plural;
    if (singular.endsWith("s") || singular.endsWith("x") || singular.endsWith("ch")) {
      plural = singular + "es";
    } else if (singular.matches(".*[^aeiou]y")) {
      plural = singular.substring(0, singular.length() - 1) + "ies";
    } else {
      plural = singular + "s";
    }
    return new GroupVersionResource(kind.group(), kind.version(), plural);
  }

  private static RestMapping read() {
    var mapping = new RestMapping();
    var stream = Objects.requireNonNull(RestMapping.class.getResourceAsStream("resources.txt"));
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      mapping.read(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return mapping;
  }

  private void read(BufferedReader reader) throws IOException {
    boolean served = true;
    String version = "";
    for (String line; (line = reader.readLine()) != null; ) {
      if (line.startsWith("  ")) {
        add(resource(version, line.strip(), served));
      } else if (line.equals("served") || line.equals("gone")) {
        served = line.equals("served");
      } else if (!line.startsWith("#")) {
        version = line;
      }
    }
  }

  private void add(Resource resource) {
    byName.put(resource.name(), resource);
    byKind.putIfAbsent(resource.kind(), resource);
  }

  private static Resource resource(String version, String line, boolean served) {
    var words = line.split(" ");
    boolean namespaced = !words[0].startsWith("*");
    var kind = GroupVersionKind.of(version, words[1]);
    var plural = namespaced ? words[0] : words[0].substring(1);
    var subResources = new HashMap<String, GroupVersionKind>();
    for (int i = 2; i < words.length; i++) {
      int equals = words[i].indexOf('=');
      subResources.put(
          equals < 0 ? words[i] : words[i].substring(0, equals),
          equals < 0 ? kind : kind(kind, words[i].substring(equals + 1)));
    }
    var name = new GroupVersionResource(kind.group(), kind.version(), plural);
    return new Resource(name, kind, namespaced, subResources, served);
  }

  private static GroupVersionKind kind(GroupVersionKind parent, String text) {
    int slash = text.lastIndexOf('/');
    return slash < 0
        ? new GroupVersionKind(parent.group(), parent.version(), text)
        : GroupVersionKind.of(text.substring(0, slash), text.substring(slash + 1));
  }
}
