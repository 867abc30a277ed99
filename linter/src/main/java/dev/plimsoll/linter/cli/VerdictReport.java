package dev.plimsoll.linter.cli;

import dev.plimsoll.cel.Origin;
import dev.plimsoll.linter.report.JsonWriter;
import dev.plimsoll.review.Outcome;
import dev.plimsoll.review.Verdict;
import java.util.List;

/** Shows what the API server would answer, and why. */
final class VerdictReport {

  private VerdictReport() {}

  /** A line of the report; {@code result} is a word of the command line's contract. */
  private record Decision(
      Outcome.Place place, String result, String message, String reason, List<String> evidence) {}

  static String json(Verdict verdict) {
    var out = new StringBuilder();
    var json = new JsonWriter(out, true);
    json.beginObject()
        .field("allowed", verdict.allowed())
        .field("code", verdict.code())
        .field("reason", verdict.reason())
        .field("message", verdict.message())
        .field("warnings", verdict.warnings())
        .field("auditAnnotations", verdict.auditAnnotations())
        .name("decisions")
        .beginArray();
    for (var decision : decisions(verdict)) {
      var place = decision.place();
      var binding = place.binding();
      json.beginObject()
          .field("policy", place.policy().name())
          .field("binding", binding == null ? "" : binding.name())
          .field("param", place.param().isEmpty() ? null : place.param())
          .field("index", place.index())
          .field("expression", place.expression())
          .field("result", decision.result())
          .field("message", decision.message())
          .field("reason", decision.reason())
          .field("evidence", decision.evidence())
          .endObject();
    }
    json.endArray().endObject();
    return out.append('\n').toString();
  }

  static String text(Verdict verdict) {
    var out = new StringBuilder();
    out.append(
            verdict.allowed()
                ? "allowed"
                : "denied (%d %s): %s"
                    .formatted(verdict.code(), verdict.reason(), verdict.message()))
        .append('\n');
    verdict.warnings().forEach(warning -> out.append("warning: ").append(warning).append('\n'));
    verdict
        .auditAnnotations()
        .forEach((key, value) -> out.append("audit: %s: %s\n".formatted(key, value)));
    for (var decision : decisions(verdict)) {
      var place = decision.place();
      out.append("%-10s %s".formatted(decision.result(), place.policy().name()));
      out.append(place.expression().isEmpty() ? "" : "[%d]".formatted(place.index()));
      out.append(decision.message().isEmpty() ? "" : ": " + decision.message()).append('\n');
      decision.evidence().forEach(path -> out.append("           at ").append(path).append('\n'));
    }
    return out.toString();
  }

  private static List<Decision> decisions(Verdict verdict) {
    return verdict.outcomes().stream().flatMap(outcome -> decision(outcome).stream()).toList();
  }

  private static List<Decision> decision(Outcome outcome) {
    var place = outcome.place();
    return switch (outcome) {
      case Outcome.Passed _ -> List.of(new Decision(place, "pass", "", "", List.of()));
      case Outcome.Violated violated ->
          List.of(
              new Decision(
                  place, "fail", violated.message(), violated.reason(), evidence(violated)));
      case Outcome.Skipped _ -> List.of(new Decision(place, "skip", "", "", List.of()));
      case Outcome.Failed(_, var message, _) ->
          List.of(new Decision(place, "error", message, "", List.of()));
      case Outcome.NotChecked(_, var reason) ->
          List.of(new Decision(place, "notChecked", reason, "", List.of()));
      case Outcome.Annotated _ -> List.of();
    };
  }

  /** Returns the object's fields by their paths, others with their variable before. */
  private static List<String> evidence(Outcome.Violated violated) {
    return violated.evidence().stream()
        .flatMap(
            evidence ->
                evidence.causes().isEmpty()
                    ? evidence.element().stream()
                    : evidence.causes().stream())
        .map(VerdictReport::path)
        .filter(path -> !path.isEmpty())
        .distinct()
        .toList();
  }

  private static String path(Origin origin) {
    return origin.variable().equals("object") ? origin.path().toString() : origin.toString();
  }
}
