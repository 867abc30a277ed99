package dev.plimsoll.admission;

import java.util.regex.Pattern;

/** Image references, as pkg/util/parsers reads them with distribution/reference. */
final class ImageName {
  private static final String DOMAIN_PART = "(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])";
  private static final String DOMAIN =
      "(?:" + DOMAIN_PART + "(?:\\." + DOMAIN_PART + ")*|\\[[a-fA-F0-9:]+])(?::[0-9]+)?";
  private static final String PATH_PART = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*+";
  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?:%s/)?%s(?:/%s)*+(?::([A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(@[A-Za-z][A-Za-z0-9]*+(?:[-_+.][A-Za-z][A-Za-z0-9]*+)*+:[0-9a-fA-F]{32,})?"
              .formatted(DOMAIN, PATH_PART, PATH_PART));

  private ImageName() {}

  /** Returns the tag: latest if neither it nor a digest is given, empty if the name is wrong. */
  static String tag(String image) {
    var match = REFERENCE.matcher(image);
    if (!match.matches()) {
      return "";
    }
    var tag = match.group(1);
    return tag != null ? tag : match.group(2) != null ? "" : "latest";
  }
}
