package dev.plimsoll.linter.lint;

import dev.plimsoll.document.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A wish that one rule be silent at one place.
 *
 * @param rule the rule's id
 * @param reason why; empty if nobody says
 * @param place where the wish stands
 * @param line the line it is for; {@link #WHOLE_OBJECT} for all of an object
 */
record Ignore(String rule, String reason, Span place, int line) {

  static final int WHOLE_OBJECT = 0;

  static final String COMMENT = "plimsoll: ignore";
  static final String ANNOTATION = "plimsoll.dev/ignore";

  /** Reads {@code RULE, RULE -- reason}; none if no rule is named. */
  static List<Ignore> read(String text, Span place, int line) {
    var words = text.split("(?<=^|\\s)--(?=\\s|$)", 2);
    var reason = words.length == 1 ? "" : words[1].strip();
    var ignores = new ArrayList<Ignore>();
    for (var rule : words[0].split("[,\\s]+")) {
      if (!rule.isEmpty()) {
        ignores.add(new Ignore(rule, reason, place, line));
      }
    }
    return ignores;
  }

  boolean covers(Finding finding) {
    return rule.equals(finding.rule())
        && (line == WHOLE_OBJECT
            || line == finding.span().line()
            || line == finding.block().line());
  }
}
