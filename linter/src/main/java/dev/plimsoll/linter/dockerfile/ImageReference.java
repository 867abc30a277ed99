package dev.plimsoll.linter.dockerfile;

import java.util.regex.Pattern;

/**
 * The name of an image in its parts, as {@code github.com/distribution/reference} takes it apart.
 *
 * @param registry such as {@code ghcr.io}; empty for Docker Hub
 * @param repository such as {@code library/nginx}, as written
 * @param tag what follows the colon; empty if there is none
 * @param digest what follows the {@code @}, such as {@code sha256:…}; empty if there is none
 */
public record ImageReference(String registry, String repository, String tag, String digest) {

  private static final String COMPONENT = "[a-z0-9]++(?:(?:\\.|_{1,2}+|-++)[a-z0-9]++)*+";
  private static final Pattern REPOSITORY = Pattern.compile(COMPONENT + "(?:/" + COMPONENT + ")*+");
  private static final Pattern REGISTRY =
      Pattern.compile(
          "(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
              + "(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|\\[[a-fA-F0-9:]+])(?::[0-9]+)?");
  private static final Pattern TAG = Pattern.compile("\\w[\\w.-]{0,127}");
  private static final Pattern DIGEST =
      Pattern.compile("[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}");
  private static final Pattern IDENTIFIER = Pattern.compile("[a-f0-9]{64}");
  private static final int LONGEST_NAME = 255;

  /** Takes a name apart, whether it is valid or not. */
  public static ImageReference parse(String name) {
    int at = name.indexOf('@');
    String digest = at < 0 ? "" : name.substring(at + 1);
    String rest = at < 0 ? name : name.substring(0, at);
    int slash = rest.indexOf('/');
    String first = slash < 0 ? "" : rest.substring(0, slash);
    boolean registry =
        first.indexOf('.') >= 0
            || first.indexOf(':') >= 0
            || first.equals("localhost")
            || first.chars().anyMatch(Character::isUpperCase);
    String path = registry ? rest.substring(slash + 1) : rest;
    int colon = path.indexOf(':', path.lastIndexOf('/') + 1);
    return new ImageReference(
        registry ? first : "",
        colon < 0 ? path : path.substring(0, colon),
        colon < 0 ? "" : path.substring(colon + 1),
        digest);
  }

  /** Whether a name is one that BuildKit could pull. */
  public static boolean isValid(String name) {
    if (IDENTIFIER.matcher(name).matches()) {
      return false;
    }
    var reference = parse(name);
    String path = name.substring(reference.registry.isEmpty() ? 0 : reference.registry.length());
    boolean tagged = path.indexOf(':', path.lastIndexOf('/') + 1) >= 0;
    return REPOSITORY.matcher(reference.repository).matches()
        && reference.registry.length() + reference.repository.length() < LONGEST_NAME
        && (reference.registry.isEmpty() || REGISTRY.matcher(reference.registry).matches())
        && (!tagged && reference.tag.isEmpty()
            || TAG.matcher(reference.tag).matches()
            || !reference.digest.isEmpty() && reference.tag.isEmpty() && !path.contains(":@"))
        && (name.indexOf('@') < 0 || DIGEST.matcher(reference.digest).matches());
  }
}
