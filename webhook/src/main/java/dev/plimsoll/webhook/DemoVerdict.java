package dev.plimsoll.webhook;

import dev.plimsoll.linter.lint.Finding;
import dev.plimsoll.linter.rules.Severity;
import dev.plimsoll.linter.source.Manifest;
import io.fabric8.kubernetes.api.model.admission.v1.AdmissionResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What both doors say of one object.
 *
 * @param door what the webhook answered
 * @param desk what the linter found, of rules that stand at both doors
 */
record DemoVerdict(Manifest manifest, AdmissionResponse door, List<Finding> desk) {

  private static final Pattern SAID =
      Pattern.compile(
          "(?:Validation failed for )?ValidatingAdmissionPolicy '([^']*)' with binding '[^']*'"
              + "(?: denied request)?: (.*)");

  /**
   * A rule and what it says.
   *
   * @param denies whether it denies, or only warns
   */
  record Violation(boolean denies, String rule, String message) {

    private static Violation of(Finding finding) {
      return new Violation(finding.severity() == Severity.ERROR, finding.rule(), finding.message());
    }

    private static Violation of(boolean denies, String line) {
      var said = SAID.matcher(line);
      return said.matches()
          ? new Violation(denies, said.group(1), said.group(2))
          : new Violation(denies, "", line);
    }
  }

  /** Returns what the webhook denied or warned of, in its order. */
  List<Violation> atTheDoor() {
    var violations = new ArrayList<Violation>();
    if (door.getStatus() != null && door.getStatus().getMessage() != null) {
      door.getStatus()
          .getMessage()
          .lines()
          .forEach(line -> violations.add(Violation.of(true, line)));
    }
    door.getWarnings().forEach(line -> violations.add(Violation.of(false, line)));
    return violations;
  }

  /** Returns the findings of a violation; none if the linter missed it. */
  List<Finding> findings(Violation violation) {
    return desk.stream().filter(finding -> Violation.of(finding).equals(violation)).toList();
  }

  /** Returns what the linter found and the webhook did not. */
  List<Finding> onlyAtTheDesk() {
    var door = atTheDoor();
    return desk.stream().filter(finding -> !door.contains(Violation.of(finding))).toList();
  }

  /** Whether both name the same rules with the same words, as hard. */
  boolean agree() {
    var found = desk.stream().map(Violation::of).collect(Collectors.toSet());
    return found.equals(Set.copyOf(atTheDoor()));
  }
}
