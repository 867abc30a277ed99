package dev.plimsoll.linter.report;

import dev.plimsoll.document.Span;
import dev.plimsoll.linter.lint.Finding;
import dev.plimsoll.linter.lint.LintResult;
import dev.plimsoll.linter.rules.Severity;

/** Findings as JSON, for scripts and editors. */
public final class JsonReport implements Report {

  @Override
  public void write(LintResult result, StringBuilder out) {
    var json = new JsonWriter(out, true);
    json.beginObject().name("findings").beginArray();
    result.findings().forEach(finding -> finding(json, finding));
    json.endArray().name("notChecked").beginArray();
    for (var notChecked : result.notChecked()) {
      json.beginObject()
          .field("file", notChecked.file())
          .field("line", notChecked.line())
          .field("rule", notChecked.rule())
          .field("reason", notChecked.reason())
          .endObject();
    }
    json.endArray()
        .name("summary")
        .beginObject()
        .field("files", result.files().size())
        .field("resources", result.resources())
        .field("errors", result.count(Severity.ERROR))
        .field("warnings", result.count(Severity.WARNING))
        .field("notes", result.count(Severity.NOTE))
        .endObject()
        .endObject();
    out.append('\n');
  }

  private static void finding(JsonWriter json, Finding finding) {
    json.beginObject()
        .field("rule", finding.rule())
        .field("severity", finding.severity().toString())
        .field("message", finding.message())
        .field("file", finding.file());
    span(json, finding.span());
    json.field("path", finding.path())
        .name("block")
        .beginObject()
        .field("line", finding.block().line())
        .field("endLine", finding.block().endLine())
        .endObject();
    var resource = finding.resource();
    if (resource == null) {
      json.field("resource", null);
    } else {
      json.name("resource")
          .beginObject()
          .field("apiVersion", resource.apiVersion())
          .field("kind", resource.kind())
          .field("namespace", resource.namespace())
          .field("name", resource.name())
          .endObject();
    }
    json.name("related").beginArray();
    for (var place : finding.related()) {
      json.beginObject();
      span(json, place.span());
      json.field("path", place.path()).endObject();
    }
    json.endArray().endObject();
  }

  private static void span(JsonWriter json, Span span) {
    json.field("line", span.line())
        .field("column", span.column())
        .field("endLine", span.endLine())
        .field("endColumn", span.endColumn());
  }
}
