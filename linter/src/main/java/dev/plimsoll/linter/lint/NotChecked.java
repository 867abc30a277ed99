package dev.plimsoll.linter.lint;

import java.util.Comparator;

/**
 * What could not be judged, for want of something that the files don't tell.
 *
 * @param rule the rule that could not be judged by; empty for all rules
 * @param reason what is missing
 */
public record NotChecked(String file, int line, String rule, String reason) {

  public static final Comparator<NotChecked> ORDER =
      Comparator.comparing(NotChecked::file)
          .thenComparingInt(NotChecked::line)
          .thenComparing(NotChecked::rule)
          .thenComparing(NotChecked::reason);
}
