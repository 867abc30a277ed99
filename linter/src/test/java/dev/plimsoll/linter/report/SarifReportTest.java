package dev.plimsoll.linter.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.plimsoll.document.JsonReader;
import dev.plimsoll.document.Source;
import dev.plimsoll.document.Span;
import dev.plimsoll.linter.lint.Finding;
import dev.plimsoll.linter.lint.LintResult;
import dev.plimsoll.linter.lint.NotChecked;
import dev.plimsoll.linter.rules.BuiltInRules;
import dev.plimsoll.linter.rules.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SarifReportTest {

  @Test
  void theReportIsValidByThePublishedSchema() throws IOException {
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(resource("/sarif-schema-2.1.0.json"));
    assertThat(schema.validate(report(), InputFormat.JSON)).isEmpty();
  }

  @Test
  void placesAndFilesAreExact() {
    var root = JsonReader.read(new Source("report", report())).getFirst().root();
    assertThat(root).asString().contains("uri=a%20b/c%C3%A9.yaml", "startColumn=7, endLine=3");
  }

  @Test
  void nothingFoundIsValidToo() throws IOException {
    var out = new StringBuilder();
    var nothing = new LintResult(List.of(), List.of(), List.of("a.yaml"), 1, false);
    new SarifReport("0.1.0", BuiltInRules::byId).write(nothing, out);
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(resource("/sarif-schema-2.1.0.json"));
    assertThat(schema.validate(out.toString(), InputFormat.JSON)).isEmpty();
  }

  private static String report() {
    var place = new Span(3, 7, 3, 9);
    var finding =
        new Finding(
            BuiltInRules.DUPLICATE_KEY,
            Severity.ERROR,
            "the key \"a\"\nstands twice",
            "a b/cé.yaml",
            place,
            "spec.a",
            new Finding.Block(1, 4),
            new Finding.Resource("v1", "Pod", "", "web"),
            List.of(new Finding.Place(new Span(2, 1, 2, 2), "spec.b")),
            "    a: 1");
    var unplaced =
        new Finding(
            BuiltInRules.UNREADABLE_DOCUMENT,
            Severity.ERROR,
            "",
            "/abs/x.yaml",
            new Span(1, 1, 1, 1),
            "",
            new Finding.Block(1, 1),
            null,
            List.of(),
            "");
    var notChecked =
        List.of(
            new NotChecked("a.yaml", 3, BuiltInRules.DUPLICATE_KEY, "no Namespace"),
            new NotChecked("a.yaml", 4, "", "a template"));
    var result = new LintResult(List.of(finding, unplaced), notChecked, List.of("a.yaml"), 2, true);
    var out = new StringBuilder();
    new SarifReport("0.1.0", BuiltInRules::byId).write(result, out);
    return out.toString();
  }

  private static String resource(String name) throws IOException {
    try (var in = Objects.requireNonNull(SarifReportTest.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void mapsAreWrittenAsTheyAre() {
    assertThat(JsonWriter.line(Map.of("a", List.of(1, true, "x\u0001\"\uD800"))))
        .isEqualTo("{\"a\":[1,true,\"x\\u0001\\\"\\ud800\"]}");
  }
}
