package dev.plimsoll.linter.lint;

import dev.plimsoll.cel.Evidence;
import dev.plimsoll.cel.Origin;
import dev.plimsoll.document.FieldPath;
import dev.plimsoll.linter.rules.Severity;
import dev.plimsoll.linter.source.Manifest;
import dev.plimsoll.policy.Binding;
import dev.plimsoll.policy.FailurePolicy;
import dev.plimsoll.review.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns what the policies said about one object into findings at its fields. */
final class ObjectLint {

  private final Manifest manifest;
  private final Map<Violation, Severity> violations = new LinkedHashMap<>();
  private final Map<Violation, Outcome.Violated> outcomes = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<NotChecked> notChecked = new ArrayList<>(0);

  /** What is one thing to a user, though several bindings may say it. */
  private record Violation(String policy, int index, String param, String message) {}

  ObjectLint(Manifest manifest) {
    this.manifest = manifest;
  }

  List<Finding> findings() {
    return findings;
  }

  List<NotChecked> notChecked() {
    return notChecked;
  }

  void add(List<Outcome> all) {
    all.forEach(this::add);
    outcomes.forEach(
        (key, outcome) -> report(outcome, violations.getOrDefault(key, Severity.ERROR)));
    violations.clear();
    outcomes.clear();
  }

  private void add(Outcome outcome) {
    switch (outcome) {
      case Outcome.Violated violated -> {
        var place = violated.place();
        var key =
            new Violation(place.policy().name(), place.index(), place.param(), violated.message());
        outcomes.putIfAbsent(key, violated);
        violations.merge(key, severity(place.binding()), ObjectLint::worse);
      }
      case Outcome.Failed failed -> failed(failed);
      case Outcome.NotChecked unknown ->
          notChecked(unknown.place().policy().name(), unknown.reason());
      case Outcome.Passed _, Outcome.Skipped _, Outcome.Annotated _ -> {}
    }
  }

  /** An error is never a pass: a finding, or not checked where the door would let it through. */
  private void failed(Outcome.Failed failed) {
    var policy = failed.place().policy();
    if (policy.failurePolicy() == FailurePolicy.IGNORE) {
      notChecked(policy.name(), failed.message());
      return;
    }
    var severity =
        failed.cause() == Outcome.Failed.Cause.EXPRESSION
            ? severity(failed.place().binding())
            : Severity.ERROR;
    var finding =
        Places.at(manifest, policy.name(), severity, failed.message(), FieldPath.ROOT, List.of());
    if (!findings.contains(finding)) {
      findings.add(finding);
    }
  }

  void notChecked(String rule, String reason) {
    var one =
        new NotChecked(
            manifest.document().source().name(),
            manifest.placeOf(FieldPath.ROOT).line(),
            rule,
            reason);
    if (!notChecked.contains(one)) {
      notChecked.add(one);
    }
  }

  /** Reports a field, unless its value is a template. */
  void report(String rule, Severity severity, String message, FieldPath field) {
    if (Places.value(manifest, field) instanceof String text && text.contains("{{")) {
      notChecked(rule, "%s is a template: \"%s\"".formatted(manifest.pathOf(field), text));
    } else {
      findings.add(Places.at(manifest, rule, severity, message, field, List.of()));
    }
  }

  private void report(Outcome.Violated violated, Severity severity) {
    var rule = violated.place().policy().name();
    var reported = new ArrayList<FieldPath>();
    for (var evidence : innermost(violated.evidence())) {
      var fields = fields(evidence);
      var field = fields.isEmpty() ? FieldPath.ROOT : fields.getFirst();
      if (reported.contains(field)) {
        continue;
      }
      reported.add(field);
      if (Places.value(manifest, field) instanceof String text && text.contains("{{")) {
        notChecked(rule, "%s is a template: \"%s\"".formatted(manifest.pathOf(field), text));
        continue;
      }
      var related =
          fields.stream()
              .skip(1)
              .map(
                  other ->
                      new Finding.Place(manifest.placeOf(other), manifest.pathOf(other).toString()))
              .toList();
      findings.add(Places.at(manifest, rule, severity, violated.message(), field, related));
    }
    if (reported.isEmpty()) {
      findings.add(
          Places.at(manifest, rule, severity, violated.message(), FieldPath.ROOT, List.of()));
    }
  }

  /** Leaves out what is said of an element that has a failing element of its own. */
  private static List<Evidence> innermost(List<Evidence> all) {
    var outer = new HashSet<FieldPath>();
    for (var evidence : all) {
      evidence
          .element()
          .ifPresent(
              element -> {
                for (var p = element.path().parent(); p != null; p = p.parent()) {
                  outer.add(p);
                }
              });
    }
    return all.stream()
        .filter(
            evidence ->
                evidence.element().isEmpty() || !outer.contains(evidence.element().get().path()))
        .toList();
  }

  /**
   * Returns the object's own fields in a piece of evidence, in document order. Those of the failing
   * list element come first, or else the element itself.
   */
  private List<FieldPath> fields(Evidence evidence) {
    var causes = own(evidence.causes());
    var elements = own(evidence.element().stream().toList());
    if (elements.isEmpty()) {
      return causes;
    }
    var element = elements.getFirst();
    var fields = new ArrayList<FieldPath>();
    causes.stream().filter(cause -> isIn(cause, element)).forEach(fields::add);
    if (fields.isEmpty()) {
      fields.add(element);
    }
    causes.stream().filter(cause -> !isIn(cause, element)).forEach(fields::add);
    return fields;
  }

  private List<FieldPath> own(List<Origin> origins) {
    return origins.stream()
        .filter(origin -> origin.variable().equals("object"))
        .map(Origin::path)
        .distinct()
        .sorted(
            Comparator.<FieldPath>comparingInt(path -> manifest.placeOf(path).line())
                .thenComparingInt(path -> manifest.placeOf(path).column()))
        .toList();
  }

  private static boolean isIn(FieldPath path, FieldPath parent) {
    for (FieldPath p = path; p != null; p = p.parent()) {
      if (p.equals(parent)) {
        return true;
      }
    }
    return false;
  }

  private static Severity severity(@Nullable Binding binding) {
    return binding == null ? Severity.ERROR : Severity.of(binding.validationActions());
  }

  private static Severity worse(Severity one, Severity other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
