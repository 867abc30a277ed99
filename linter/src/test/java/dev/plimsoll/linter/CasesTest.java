package dev.plimsoll.linter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files in, what the user sees out: each folder of {@code cases} holds input files, the {@code
 * command} that is run there, and the {@code expected.txt} that it prints. After a wanted change,
 * {@code mvn test -pl linter -am -Dtest=CasesTest -Dcases.write=true} writes them anew; read the
 * difference.
 */
class CasesTest {

  private static final Path CASES = Path.of("src/test/resources/cases");

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void cases(String name) throws IOException {
    var folder = CASES.resolve(name);
    var printed = new StringBuilder();
    for (var command : Files.readAllLines(folder.resolve("command"))) {
      printed.append("$ plimsoll ").append(command).append('\n');
      printed.append(new Run(folder).in(command).shown());
    }
    var expected = folder.resolve("expected.txt");
    if (Boolean.getBoolean("cases.write")) {
      Files.writeString(expected, printed);
    }
    assertThat(printed.toString()).isEqualTo(Files.readString(expected));
  }

  static List<String> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }
}
