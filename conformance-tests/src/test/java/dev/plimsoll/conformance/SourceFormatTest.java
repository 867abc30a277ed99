package dev.plimsoll.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every Java file is as google-java-format writes it.
 *
 * <p>{@code mvn -pl conformance-tests -am test -Dtest=SourceFormatTest -Dformat=write
 * -Dsurefire.failIfNoSpecifiedTests=false} rewrites those that are not.
 */
class SourceFormatTest {

  private static final boolean WRITE = "write".equals(System.getProperty("format"));

  @Test
  void everyJavaFileIsFormatted() throws IOException {
    List<Path> unformatted =
        javaFiles().parallelStream().filter(file -> !isFormatted(file)).sorted().toList();
    assertThat(unformatted).as("files that google-java-format would change").isEmpty();
  }

  private static List<Path> javaFiles() throws IOException {
    try (var files = Files.walk(Repository.ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !Repository.ROOT.relativize(file).toString().contains("target/"))
          .toList();
    }
  }

  private static boolean isFormatted(Path file) {
    try {
      String text = Files.readString(file);
      String formatted = format(text);
      if (WRITE && !formatted.equals(text)) {
        Files.writeString(file, formatted);
        return true;
      }
      return formatted.equals(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FormatterException e) {
      throw new IllegalStateException(file + " can't be formatted", e);
    }
  }

  private static String format(String text) throws FormatterException {
    String imports =
        RemoveUnusedImports.removeUnusedImports(ImportOrderer.reorderImports(text, Style.GOOGLE));
    return new Formatter().formatSource(imports);
  }
}
