package dev.plimsoll.linter.lint;

import dev.plimsoll.document.Span;
import dev.plimsoll.linter.rules.Severity;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong at a place of a file, as a user reads it.
 *
 * @param message the policy's own
 * @param path the field meant, from the root of its document; it may be missing
 * @param block first line of the enclosing document, and its last
 * @param resource the object it is about; null if the file could not be read that far
 * @param related other places that have a part in it
 * @param excerpt the text of the line that {@code span} starts in
 */
public record Finding(
    String rule,
    Severity severity,
    String message,
    String file,
    Span span,
    String path,
    Block block,
    @Nullable Resource resource,
    List<Place> related,
    String excerpt) {

  /** By file, line, column and rule, as reports show them. */
  public static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::file)
          .thenComparingInt(finding -> finding.span().line())
          .thenComparingInt(finding -> finding.span().column())
          .thenComparing(Finding::rule)
          .thenComparing(Finding::path)
          .thenComparing(Finding::message);

  public Finding {
    related = List.copyOf(related);
  }

  /** A range of lines, both inclusive. */
  public record Block(int line, int endLine) {}

  /** An object by name; {@code namespace} and {@code name} are empty where the file has none. */
  public record Resource(String apiVersion, String kind, String namespace, String name) {}

  /** A field and where it, or its nearest parent, stands. */
  public record Place(Span span, String path) {}
}
