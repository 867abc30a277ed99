package dev.plimsoll.cel.functions;

import dev.plimsoll.cel.EvaluationException;
import dev.plimsoll.cel.OpaqueValue;
import dev.plimsoll.cel.Text;
import dev.plimsoll.cel.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A semantic version, read and compared as github.com/blang/semver/v4 does.
 *
 * @param major the first number, unsigned
 * @param minor the second number, unsigned
 * @param patch the third number, unsigned
 * @param prerelease the parts after the hyphen
 * @param build the parts after the plus, without leading plus, or ""
 */
public record Semver(long major, long minor, long patch, List<String> prerelease, String build)
    implements OpaqueValue, Comparable<Semver> {
  static final Type TYPE = Type.opaque("kubernetes.Semver");

  public Semver {
    prerelease = List.copyOf(prerelease);
  }

  /**
   * Parses a version.
   *
   * @throws EvaluationException if the text isn't one, with the words of the Go library
   */
  static Semver parse(String text) {
    if (text.isEmpty()) {
      throw new EvaluationException("Version string empty");
    }
    String[] parts = text.split("\\.", 3);
    if (parts.length != 3) {
      throw new EvaluationException("No Major.Minor.Patch elements found");
    }
    long major = number("Major", parts[0]);
    long minor = number("Minor", parts[1]);
    String rest = parts[2];
    int plus = rest.indexOf('+');
    String build = plus < 0 ? "" : rest.substring(plus + 1);
    String beforeBuild = plus < 0 ? rest : rest.substring(0, plus);
    int hyphen = beforeBuild.indexOf('-');
    long patch = number("Patch", hyphen < 0 ? beforeBuild : beforeBuild.substring(0, hyphen));
    List<String> prerelease = new ArrayList<>();
    if (hyphen >= 0) {
      for (String part : beforeBuild.substring(hyphen + 1).split("\\.", -1)) {
        prerelease.add(prerelease(part));
      }
    }
    if (plus >= 0) {
      checkBuild(build);
    }
    return new Semver(major, minor, patch, prerelease, build);
  }

  /** Parses a version that may begin with a {@code v}, lack parts and have leading zeros. */
  static Semver normalized(String text) {
    String[] given = (text.startsWith("v") ? text.substring(1) : text).split("\\.", 3);
    List<String> parts = new ArrayList<>(List.of(given));
    parts.replaceAll(Semver::withoutLeadingZeros);
    if (parts.size() < 3 && parts.getLast().chars().anyMatch(c -> c == '+' || c == '-')) {
      throw new EvaluationException("short version cannot contain PreRelease/Build meta data");
    }
    while (parts.size() < 3) {
      parts.add("0");
    }
    return parse(String.join(".", parts));
  }

  private static String withoutLeadingZeros(String part) {
    if (Text.utf8Length(part) <= 1) {
      return part;
    }
    int start = 0;
    while (start < part.length() && part.charAt(start) == '0') {
      start++;
    }
    boolean digit = start < part.length() && isDigit(part.charAt(start));
    return (digit ? "" : "0") + part.substring(start);
  }

  private static long number(String name, String digits) {
    if (!digits.chars().allMatch(Semver::isDigit)) {
      throw new EvaluationException(
          "Invalid character(s) found in "
              + name.toLowerCase(Locale.ROOT)
              + " number "
              + Text.quote(digits));
    }
    if (digits.length() > 1 && digits.charAt(0) == '0') {
      throw new EvaluationException(
          name + " number must not contain leading zeroes " + Text.quote(digits));
    }
    return unsigned(digits);
  }

  private static long unsigned(String digits) {
    try {
      return Long.parseUnsignedLong(digits);
    } catch (NumberFormatException wrong) {
      throw new EvaluationException(
          "strconv.ParseUint: parsing "
              + Text.quote(digits)
              + (digits.isEmpty() ? ": invalid syntax" : ": value out of range"));
    }
  }

  private static String prerelease(String part) {
    if (part.isEmpty()) {
      throw new EvaluationException("Prerelease is empty");
    }
    if (part.chars().allMatch(Semver::isDigit)) {
      if (part.length() > 1 && part.charAt(0) == '0') {
        throw new EvaluationException(
            "Numeric PreRelease version must not contain leading zeroes " + Text.quote(part));
      }
      unsigned(part);
    } else if (!part.chars().allMatch(Semver::isWord)) {
      throw new EvaluationException("Invalid character(s) found in prerelease " + Text.quote(part));
    }
    return part;
  }

  private static void checkBuild(String build) {
    for (String part : build.split("\\.", -1)) {
      if (part.isEmpty()) {
        throw new EvaluationException("Build meta data is empty");
      }
      if (!part.chars().allMatch(Semver::isWord)) {
        throw new EvaluationException(
            "Invalid character(s) found in build meta data " + Text.quote(part));
      }
    }
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isWord(int c) {
    return isDigit(c) || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '-';
  }

  @Override
  public Type type() {
    return TYPE;
  }

  @Override
  public boolean equalTo(@Nullable Object other) {
    return compareTo(Arguments.as(Semver.class, other)) == 0;
  }

  /** Compares by precedence, for which the build doesn't count. */
  @Override
  public int compareTo(Semver other) {
    int order = Long.compareUnsigned(major, other.major);
    order = order == 0 ? Long.compareUnsigned(minor, other.minor) : order;
    order = order == 0 ? Long.compareUnsigned(patch, other.patch) : order;
    if (order != 0) {
      return order;
    }
    if (prerelease.isEmpty() || other.prerelease.isEmpty()) {
      return Boolean.compare(prerelease.isEmpty(), other.prerelease.isEmpty());
    }
    int common = Math.min(prerelease.size(), other.prerelease.size());
    for (int i = 0; i < common; i++) {
      int part = compareParts(prerelease.get(i), other.prerelease.get(i));
      if (part != 0) {
        return part;
      }
    }
    return Integer.compare(prerelease.size(), other.prerelease.size());
  }

  private static int compareParts(String a, String b) {
    boolean number = a.chars().allMatch(Semver::isDigit);
    if (number != b.chars().allMatch(Semver::isDigit)) {
      return number ? -1 : 1;
    }
    return number
        ? Long.compareUnsigned(Long.parseUnsignedLong(a), Long.parseUnsignedLong(b))
        : Integer.signum(a.compareTo(b));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(Long.toUnsignedString(major));
    text.append('.').append(Long.toUnsignedString(minor));
    text.append('.').append(Long.toUnsignedString(patch));
    if (!prerelease.isEmpty()) {
      text.append('-').append(String.join(".", prerelease));
    }
    return (build.isEmpty() ? text : text.append('+').append(build)).toString();
  }
}
