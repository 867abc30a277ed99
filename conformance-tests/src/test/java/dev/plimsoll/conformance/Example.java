package dev.plimsoll.conformance;

import dev.plimsoll.document.Document;
import dev.plimsoll.document.DocumentReader;
import dev.plimsoll.document.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * An example of a rule.
 *
 * @param folder the rule's folder below {@code policies/}: {@code kubernetes/root-user}
 * @param fails whether the rule must report it
 */
record Example(String folder, boolean fails, Path file) {

  /** Returns all examples of the rules of an area, such as {@code kubernetes}. */
  static List<Example> of(String area) {
    var root = Repository.ROOT.resolve("policies");
    try (var files = Files.walk(root.resolve(area))) {
      return files
          .filter(Files::isRegularFile)
          .map(root::relativize)
          .filter(file -> file.getNameCount() == 5 && file.getName(2).endsWith("examples"))
          .sorted()
          .map(
              file ->
                  new Example(
                      file.subpath(0, 2).toString(),
                      file.getName(3).endsWith("fail"),
                      root.resolve(file)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the id of the rule. */
  String rule() {
    return Path.of(folder).getFileName().toString();
  }

  Stream<Document> documents() {
    try {
      return DocumentReader.read(new Source(toString(), Files.readString(file))).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return Repository.ROOT.relativize(file).toString();
  }
}
