package dev.plimsoll.linter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.cel.CelEnvironment;
import dev.plimsoll.cel.KubernetesVersion;
import dev.plimsoll.document.Source;
import dev.plimsoll.linter.lint.Finding;
import dev.plimsoll.linter.lint.Linter;
import dev.plimsoll.linter.rules.Rulebook;
import dev.plimsoll.linter.source.SourceFile;
import dev.plimsoll.review.Reviewer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each rule on its examples: those in {@code fail} are reported where a comment {@code # finding:}
 * stands on the line above, and nowhere else; those in {@code pass} are not.
 */
class DockerfileRulesTest {

  private static final Path RULES = Path.of("../policies/dockerfile");
  private static final String MARK = "# finding:";

  @TestFactory
  Stream<DynamicTest> findsWhatTheExamplesSay() throws IOException {
    try (var folders = Files.list(RULES)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("policy.yaml")))
          .sorted()
          .toList()
          .stream()
          .flatMap(DockerfileRulesTest::examples);
    }
  }

  private static Stream<DynamicTest> examples(Path rule) {
    var linter = linter(rule);
    try (var files = Files.walk(rule.resolve("examples"))) {
      return files
          .filter(Files::isRegularFile)
          .sorted()
          .map(
              file ->
                  DynamicTest.dynamicTest(
                      RULES.relativize(file).toString(), () -> check(linter, rule, file)))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Linter linter(Path rule) {
    var policy = rule.resolve("policy.yaml");
    var rules = Rulebook.read(List.of(new SourceFile(policy.toString(), policy, true))).bound();
    assertThat(rules.problems()).isEmpty();
    var environment = CelEnvironment.stored(KubernetesVersion.LATEST);
    var reviewer = new Reviewer(rules.policySet(_ -> environment::compile));
    return new Linter(reviewer, null, List.of(), rules.objects());
  }

  private static void check(Linter linter, Path rule, Path file) throws IOException {
    String text = Files.readString(file);
    var expected = new ArrayList<String>();
    var lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).strip().startsWith(MARK)) {
        expected.add((i + 2) + " " + lines.get(i).strip().substring(MARK.length()).strip());
      }
    }
    var found = new ArrayList<String>();
    for (var finding : linter.lintDockerfile(new Source(file.toString(), text)).findings()) {
      assertThat(finding.rule()).isEqualTo(rule.getFileName().toString());
      found.add(shown(finding, expected));
    }
    assertThat(found).isEqualTo(expected);
  }

  /** Returns the line and the part of the message that the example names. */
  private static String shown(Finding finding, List<String> expected) {
    return expected.stream()
        .filter(
            one ->
                one.startsWith(finding.span().line() + " ")
                    && finding.message().contains(one.substring(one.indexOf(' ') + 1)))
        .findFirst()
        .orElse(finding.span().line() + " " + finding.message());
  }
}
