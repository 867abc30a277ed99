package dev.plimsoll.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/**
 * What the product writes into the README is up to date.
 *
 * <p>{@code mvn -pl conformance-tests -am test -Dtest=ReadmeTest -Dpages=write
 * -Dsurefire.failIfNoSpecifiedTests=false} writes it anew.
 */
class ReadmeTest {
  private static final boolean WRITE = "write".equals(System.getProperty("pages"));

  @Test
  void theReadmeListsTheRules() throws IOException {
    var readme = Repository.ROOT.resolve("README.md");
    var text = Files.readString(readme);
    var start = "<!-- rules: written by `plimsoll rules --format markdown` -->\n";
    var end = "<!-- end of rules -->";
    assertThat(text).contains(start, end);
    var table = Plimsoll.run("rules", "--format", "markdown").out();
    var page =
        text.substring(0, text.indexOf(start) + start.length())
            + table
            + text.substring(text.indexOf(end));
    if (WRITE) {
      Files.writeString(readme, page);
    }
    assertThat(readme).content().isEqualTo(page);
  }
}
