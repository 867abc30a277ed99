package dev.plimsoll.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Expressions as the API server's own code answered them: value, type, cost or error. Those we
 * answer otherwise are listed in {@code differences.txt}, so that none is added unseen, and none
 * stays listed that is mended.
 */
class GoldenCelTest {
  private static final Path FOLDER =
      Repository.ROOT.resolve("conformance-tests/src/test/resources/golden/cel");
  private static final int OLDEST = 30;

  static Stream<Path> tables() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void answersAsTheApiServer(Path table) throws IOException {
    var known = Set.copyOf(known(table));
    var different = new TreeSet<String>();
    for (var line : Files.readAllLines(table)) {
      var question = CelQuestion.parse(line);
      if (question.minor() >= OLDEST
          && !Objects.equals(question.answer(), question.fields().get("expect"))) {
        different.add(question.name());
      }
    }
    assertThat(different).isEqualTo(new TreeSet<>(known));
  }

  private static List<String> known(Path table) throws IOException {
    var prefix = table.getFileName() + " ";
    return Files.readAllLines(FOLDER.resolve("differences.txt")).stream()
        .filter(line -> line.startsWith(prefix))
        .map(line -> line.substring(prefix.length()))
        .toList();
  }
}
