package dev.plimsoll.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every case in the folder {@code cases}: its request is answered as an API server answered it. */
class ReviewCasesTest {

  @TestFactory
  Stream<DynamicTest> answersAsTheApiServer() throws IOException, URISyntaxException {
    var folder = ReviewCasesTest.class.getResource("cases");
    assertThat(folder).isNotNull();
    return Files.list(Path.of(folder.toURI()))
        .sorted()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
  }

  private static void check(Path file) throws IOException {
    var it = ReviewCase.read(file.getFileName().toString(), Files.readString(file));
    assertThat(it.expected()).isNotEmpty();
    assertThat(it.actual()).isEqualTo(it.expected());
  }
}
