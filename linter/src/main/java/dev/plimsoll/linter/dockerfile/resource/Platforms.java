package dev.plimsoll.linter.dockerfile.resource;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Platforms such as {@code linux/arm64/v8}. */
final class Platforms {

  private static final Set<String> SYSTEMS =
      Set.of(
          "aix",
          "android",
          "darwin",
          "dragonfly",
          "freebsd",
          "hurd",
          "illumos",
          "ios",
          "js",
          "linux",
          "macos",
          "nacl",
          "netbsd",
          "openbsd",
          "plan9",
          "solaris",
          "windows",
          "zos");

  private static final Map<String, String> ARCHITECTURES =
      Map.of(
          "x86_64", "amd64", "x86-64", "amd64", "aarch64", "arm64", "i386", "386", "armhf", "arm",
          "armel", "arm");

  private Platforms() {}

  /**
   * Whether a platform is fixed, and the stage's name does not say that it is meant so.
   *
   * @param text the value of {@code --platform}
   * @param stage the stage's name in lower case
   */
  static boolean isConstant(String text, String stage) {
    if (text.indexOf('$') >= 0) {
      return false;
    }
    var parts = text.toLowerCase(Locale.ROOT).replaceAll("\\(.*?\\)", "").split("/");
    String system = "linux";
    String architecture = "amd64";
    if (parts.length > 1) {
      system = parts[0];
      architecture = parts[1];
    } else if (SYSTEMS.contains(parts[0])) {
      system = parts[0];
    } else {
      architecture = parts[0];
    }
    system = system.equals("macos") ? "darwin" : system;
    architecture = ARCHITECTURES.getOrDefault(architecture, architecture);
    return stage.isEmpty() || !stage.contains(system) && !stage.contains(architecture);
  }
}
