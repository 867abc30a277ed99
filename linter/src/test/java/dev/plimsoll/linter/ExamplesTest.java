package dev.plimsoll.linter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.cel.KubernetesVersion;
import dev.plimsoll.document.Source;
import dev.plimsoll.linter.lint.Finding;
import dev.plimsoll.linter.lint.Linter;
import dev.plimsoll.policy.Binding;
import dev.plimsoll.policy.Policy;
import dev.plimsoll.policy.PolicySet;
import dev.plimsoll.policy.store.ShippedPolicies;
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
 * Every example of every shipped rule: what stands below a comment {@code # finding: MESSAGE} is
 * found, on that line and with that in its message, and nothing else is.
 */
class ExamplesTest {

  private static final ShippedPolicies SHIPPED = ShippedPolicies.load();
  private static final String MARK = "# finding:";

  @TestFactory
  Stream<DynamicTest> examples() {
    return SHIPPED.policies().stream()
        .flatMap(
            policy ->
                files(policy).stream()
                    .map(file -> DynamicTest.dynamicTest(name(file), () -> check(policy, file))));
  }

  private static void check(Policy policy, Path file) throws IOException {
    var text = Files.readString(file);
    var set =
        PolicySet.of(
            List.of(policy),
            List.of(Binding.denying(policy)),
            p -> SHIPPED.compiler(p, KubernetesVersion.LATEST));
    var linter = new Linter(new Reviewer(set), List.of(), List.of());
    var source = new Source(name(file), text);
    var result =
        file.toString().endsWith("Dockerfile")
            ? linter.lintDockerfile(source)
            : linter.lint(source);
    var found = result.findings().stream().map(ExamplesTest::shown).toList();
    assertThat(matched(found, expected(text))).isEqualTo(expected(text));
    assertThat(result.notChecked()).isEmpty();
  }

  private static String shown(Finding finding) {
    return finding.span().line() + ": " + finding.message();
  }

  /** Cuts what was found to the parts of messages that are expected in these places. */
  private static List<String> matched(List<String> found, List<String> expected) {
    return found.stream()
        .map(
            one ->
                expected.stream()
                    .filter(
                        wanted -> {
                          int colon = wanted.indexOf(": ");
                          return one.startsWith(wanted.substring(0, colon + 2))
                              && one.contains(wanted.substring(colon + 2));
                        })
                    .findFirst()
                    .orElse(one))
        .toList();
  }

  private static List<String> expected(String text) {
    var expected = new ArrayList<String>();
    var lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i).strip();
      if (line.startsWith(MARK)) {
        int target = i + 1;
        while (lines.get(target).strip().startsWith("#")) {
          target++;
        }
        expected.add((target + 1) + ": " + line.substring(MARK.length()).strip());
      }
    }
    return expected;
  }

  private static List<Path> files(Policy policy) {
    var folder = Path.of("../policies", SHIPPED.folder(policy), "examples");
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String name(Path file) {
    return Path.of("../policies").relativize(file).toString();
  }
}
