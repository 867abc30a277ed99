package dev.plimsoll.linter.dockerfile;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The instructions that exist, and the nearest of several names to a misspelt one. */
final class Keywords {

  private static final List<String> ALL =
      List.of(
          "ADD",
          "ARG",
          "CMD",
          "COPY",
          "ENTRYPOINT",
          "ENV",
          "EXPOSE",
          "FROM",
          "HEALTHCHECK",
          "LABEL",
          "MAINTAINER",
          "ONBUILD",
          "RUN",
          "SHELL",
          "STOPSIGNAL",
          "USER",
          "VOLUME",
          "WORKDIR");

  private static final Set<String> KNOWN = Set.copyOf(ALL);

  /** A name farther away than this is another word, not a slip. */
  private static final int FARTHEST = 2;

  private Keywords() {}

  static boolean known(String keyword) {
    return KNOWN.contains(keyword);
  }

  /** Returns {@code (did you mean COPY?)} with a blank before it, or nothing. */
  static String suggestion(String keyword) {
    return nearest(keyword.toUpperCase(Locale.ROOT), ALL)
        .map(" (did you mean %s?)"::formatted)
        .orElse("");
  }

  /** Returns the first of the names that lie nearest to a word, within two edits. */
  static Optional<String> nearest(String word, Iterable<String> names) {
    String found = null;
    int best = FARTHEST + 1;
    for (String name : names) {
      if (Math.abs(name.length() - word.length()) < best) {
        int distance = distance(word, name);
        if (distance < best) {
          best = distance;
          found = name;
        }
      }
    }
    return best == 0 ? Optional.empty() : Optional.ofNullable(found);
  }

  private static int distance(String a, String b) {
    var row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
