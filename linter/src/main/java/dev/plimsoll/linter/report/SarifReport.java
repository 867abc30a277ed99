package dev.plimsoll.linter.report;

import dev.plimsoll.document.Span;
import dev.plimsoll.linter.lint.Finding;
import dev.plimsoll.linter.lint.LintResult;
import dev.plimsoll.linter.rules.Rule;
import dev.plimsoll.linter.rules.Severity;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A SARIF 2.1.0 log with one run, as code scanning services read it.
 *
 * <p>Source: <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/">SARIF 2.1.0</a>.
 */
public final class SarifReport implements Report {

  private final String version;
  private final Function<String, Rule> rules;

  /**
   * @param version Plimsoll's own
   * @param rules the rule of an id
   */
  public SarifReport(String version, Function<String, Rule> rules) {
    this.version = version;
    this.rules = rules;
  }

  @Override
  public void write(LintResult result, StringBuilder out) {
    var ids = new TreeSet<String>();
    var levels = new TreeMap<String, Severity>();
    for (var finding : result.findings()) {
      ids.add(finding.rule());
      levels.merge(finding.rule(), finding.severity(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }
    result.notChecked().stream().map(n -> n.rule()).filter(r -> !r.isEmpty()).forEach(ids::add);
    var json = new JsonWriter(out, true);
    json.beginObject()
        .field("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
        .field("version", "2.1.0")
        .name("runs")
        .beginArray()
        .beginObject()
        .name("tool")
        .beginObject()
        .name("driver")
        .beginObject()
        .field("name", "Plimsoll")
        .field("semanticVersion", version)
        .name("rules")
        .beginArray();
    var indexes = new HashMap<String, Integer>();
    for (var id : ids) {
      indexes.put(id, indexes.size());
      rule(json, rules.apply(id), levels.getOrDefault(id, Severity.WARNING));
    }
    json.endArray().endObject().endObject();
    invocation(json, result);
    json.field("columnKind", "unicodeCodePoints").name("results").beginArray();
    var seen = new HashMap<String, Integer>();
    result.findings().forEach(finding -> result(json, finding, indexes, seen));
    json.endArray().endObject().endArray().endObject();
    out.append('\n');
  }

  private static void rule(JsonWriter json, Rule rule, Severity severity) {
    json.beginObject().field("id", rule.id());
    text(json, "shortDescription", rule.title());
    text(json, "fullDescription", rule.why().isEmpty() ? rule.title() : rule.why());
    if (!rule.fix().isEmpty()) {
      json.name("help")
          .beginObject()
          .field("text", rule.fix())
          .field("markdown", rule.why() + "\n\n**Mend it:** " + rule.fix())
          .endObject();
    }
    if (!rule.references().isEmpty()) {
      json.field("helpUri", rule.references().getFirst());
    }
    json.name("defaultConfiguration")
        .beginObject()
        .field("level", severity.toString())
        .endObject()
        .name("properties")
        .beginObject()
        .name("tags")
        .beginArray()
        .value("kubernetes")
        .endArray()
        .endObject()
        .endObject();
  }

  private static void invocation(JsonWriter json, LintResult result) {
    json.name("invocations")
        .beginArray()
        .beginObject()
        .field("executionSuccessful", !result.unreadable())
        .name("toolExecutionNotifications")
        .beginArray();
    for (var notChecked : result.notChecked()) {
      json.beginObject().field("level", "note");
      text(json, "message", "not checked: " + notChecked.reason());
      if (!notChecked.rule().isEmpty()) {
        json.name("associatedRule").beginObject().field("id", notChecked.rule()).endObject();
      }
      json.name("locations").beginArray().beginObject();
      physical(json, notChecked.file(), new Span(notChecked.line(), 1, notChecked.line(), 1));
      json.endObject().endArray().endObject();
    }
    json.endArray().endObject().endArray();
  }

  private static void result(
      JsonWriter json, Finding finding, Map<String, Integer> indexes, Map<String, Integer> seen) {
    json.beginObject()
        .field("ruleId", finding.rule())
        .field("ruleIndex", indexes.get(finding.rule()))
        .field("level", finding.severity().toString());
    text(json, "message", finding.message());
    json.name("locations").beginArray().beginObject();
    physical(json, finding.file(), finding.span());
    if (!finding.path().isEmpty()) {
      json.name("logicalLocations")
          .beginArray()
          .beginObject()
          .field("fullyQualifiedName", finding.path())
          .field("kind", "member")
          .endObject()
          .endArray();
    }
    json.endObject().endArray();
    if (!finding.related().isEmpty()) {
      json.name("relatedLocations").beginArray();
      int id = 1;
      for (var place : finding.related()) {
        json.beginObject().field("id", id++);
        physical(json, finding.file(), place.span());
        text(json, "message", place.path());
        json.endObject();
      }
      json.endArray();
    }
    var identity = identity(finding);
    int occurrence = seen.merge(identity, 1, Integer::sum);
    json.name("partialFingerprints")
        .beginObject()
        .field("plimsoll/v1", "%08x:%d".formatted(identity.hashCode(), occurrence))
        .endObject()
        .endObject();
  }

  /** What stays the same when lines above a finding come or go. */
  private static String identity(Finding finding) {
    return finding.rule() + ' ' + finding.file() + ' ' + finding.resource() + ' ' + finding.path();
  }

  private static void physical(JsonWriter json, String file, Span span) {
    json.name("physicalLocation")
        .beginObject()
        .name("artifactLocation")
        .beginObject()
        .field("uri", uri(file))
        .endObject()
        .name("region")
        .beginObject()
        .field("startLine", span.line())
        .field("startColumn", span.column())
        .field("endLine", span.endLine())
        .field("endColumn", span.endColumn())
        .endObject()
        .endObject();
  }

  private static String uri(String file) {
    try {
      boolean absolute = file.startsWith("/");
      var path = file.equals("-") ? "stdin" : file;
      return absolute
          ? new URI("file", "", path, null).toASCIIString()
          : new URI(null, null, "./" + path, null).toASCIIString().substring(2);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(file, e);
    }
  }

  private static void text(JsonWriter json, String name, String text) {
    json.name(name).beginObject().field("text", text.isEmpty() ? "-" : text).endObject();
  }
}
