package dev.plimsoll.review;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plimsoll.cel.Origin;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;

/** Writes verdicts as {@code plimsoll review} prints them. */
public final class VerdictJson {
  private final JsonGenerator json;

  private VerdictJson(JsonGenerator json) {
    this.json = json;
  }

  public static void write(JsonGenerator json, Verdict verdict) throws IOException {
    new VerdictJson(json).verdict(verdict);
  }

  private void verdict(Verdict verdict) throws IOException {
    json.writeStartObject();
    json.writeBooleanField("allowed", verdict.allowed());
    json.writeNumberField("code", verdict.code());
    json.writeStringField("reason", verdict.reason());
    json.writeStringField("message", verdict.message());
    texts("warnings", verdict.warnings());
    json.writeObjectFieldStart("auditAnnotations");
    for (var annotation : verdict.auditAnnotations().entrySet()) {
      json.writeStringField(annotation.getKey(), annotation.getValue());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("decisions");
    for (var outcome : verdict.outcomes()) {
      switch (outcome) {
        case Outcome.Annotated _ -> {}
        case Outcome.Passed _ -> decision(outcome, "pass", "", "", List.of());
        case Outcome.Skipped _ -> decision(outcome, "skip", "", "", List.of());
        case Outcome.Failed(_, var message, _) ->
            decision(outcome, "error", message, "", List.of());
        case Outcome.NotChecked(_, var reason) ->
            decision(outcome, "notChecked", reason, "", List.of());
        case Outcome.Violated violated ->
            decision(outcome, "fail", violated.message(), violated.reason(), evidence(violated));
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void decision(
      Outcome outcome, String result, String message, String reason, List<String> evidence)
      throws IOException {
    var place = outcome.place();
    var binding = place.binding();
    json.writeStartObject();
    json.writeStringField("policy", place.policy().name());
    json.writeStringField("binding", binding == null ? "" : binding.name());
    json.writeFieldName("param");
    if (place.param().isEmpty()) {
      json.writeNull();
    } else {
      json.writeString(place.param());
    }
    json.writeNumberField("index", place.index());
    json.writeStringField("expression", place.expression());
    json.writeStringField("result", result);
    json.writeStringField("message", message);
    json.writeStringField("reason", reason);
    texts("evidence", evidence);
    json.writeEndObject();
  }

  private void texts(String name, List<String> texts) throws IOException {
    json.writeArrayFieldStart(name);
    for (var text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  private static List<String> evidence(Outcome.Violated violated) {
    var paths = new LinkedHashSet<String>();
    for (var evidence : violated.evidence()) {
      evidence.causes().forEach(cause -> paths.add(path(cause)));
    }
    return List.copyOf(paths);
  }

  /** Returns a path in the object alone, one elsewhere with the name of its variable. */
  private static String path(Origin origin) {
    return origin.variable().equals("object") ? origin.path().toString() : origin.toString();
  }
}
