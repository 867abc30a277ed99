package dev.plimsoll.linter.lint;

import dev.plimsoll.document.Document;
import dev.plimsoll.document.FieldPath;
import dev.plimsoll.document.MapNode;
import dev.plimsoll.document.Span;
import dev.plimsoll.linter.rules.BuiltInRules;
import dev.plimsoll.linter.rules.Severity;
import dev.plimsoll.linter.rules.Spelling;
import dev.plimsoll.linter.source.Manifest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The ignores of one object: those in its {@code plimsoll.dev/ignore} annotation, and in comments
 * above its first key, on a line of it, or above that line.
 */
final class Ignores {

  private final Manifest manifest;
  private final List<Ignore> ignores = new ArrayList<>(0);
  private final Set<Ignore> used = new HashSet<>();

  Ignores(Manifest manifest) {
    this.manifest = manifest;
    var document = manifest.document();
    for (int i = 0; i < document.comments().size(); i++) {
      comment(document.comments(), i);
    }
    annotation();
  }

  private void comment(List<Document.Comment> comments, int i) {
    var comment = comments.get(i);
    var text = comment.text().stripLeading();
    if (!text.toLowerCase(Locale.ROOT).startsWith(Ignore.COMMENT)) {
      return;
    }
    int length = comment.text().codePointCount(0, comment.text().length());
    var place =
        new Span(comment.line(), comment.column(), comment.line(), comment.column() + 1 + length);
    int line = comment.line();
    if (comment.alone()) {
      line++;
      for (int j = i + 1; j < comments.size() && comments.get(j).line() == line; j++) {
        line += comments.get(j).alone() ? 1 : 0;
      }
    }
    int first = manifest.placeOf(FieldPath.ROOT).line();
    boolean root = manifest.path().equals(FieldPath.ROOT);
    boolean whole = comment.alone() && line == first || root && comment.line() < first;
    if (whole || isInside(line)) {
      ignores.addAll(
          Ignore.read(
              text.substring(Ignore.COMMENT.length()), place, whole ? Ignore.WHOLE_OBJECT : line));
    }
  }

  /** Tells whether a line belongs to this object and to no other item of its List. */
  private boolean isInside(int line) {
    if (manifest.path().equals(FieldPath.ROOT)) {
      return true;
    }
    return line >= manifest.placeOf(FieldPath.ROOT).line() && line <= Places.lastLine(manifest);
  }

  private void annotation() {
    if (manifest.object().get("metadata") instanceof MapNode metadata
        && metadata.get("annotations") instanceof MapNode annotations
        && annotations.get(Ignore.ANNOTATION) instanceof String text) {
      var path = FieldPath.ROOT.field("metadata").field("annotations").field(Ignore.ANNOTATION);
      ignores.addAll(Ignore.read(text, manifest.placeOf(path), Ignore.WHOLE_OBJECT));
    }
  }

  /** Tells whether a finding is to be hidden. */
  boolean hide(Finding finding) {
    boolean hidden = false;
    for (var ignore : ignores) {
      if (ignore.covers(finding)) {
        used.add(ignore);
        hidden = true;
      }
    }
    return hidden;
  }

  /**
   * Returns a note for each ignore that hid nothing or has no reason.
   *
   * @param inForce the rules that the object was judged by; another rule's ignore may be of use in
   *     another run
   * @param known all rules that there are
   */
  List<Finding> notes(Set<String> inForce, Collection<String> known) {
    var notes = new ArrayList<Finding>(0);
    for (var ignore : ignores) {
      if (ignore.reason().isEmpty()) {
        notes.add(
            note(
                BuiltInRules.IGNORE_WITHOUT_REASON,
                ignore,
                "the ignore of %s has no reason: add \" -- \" and why".formatted(ignore.rule())));
      }
      if (used.contains(ignore)) {
        continue;
      }
      if (inForce.contains(ignore.rule())) {
        notes.add(
            note(
                BuiltInRules.UNUSED_IGNORE,
                ignore,
                "nothing to ignore: %s finds nothing here".formatted(ignore.rule())));
      } else if (!known.contains(ignore.rule())) {
        notes.add(
            note(
                BuiltInRules.UNUSED_IGNORE,
                ignore,
                "no rule is called \"%s\"%s"
                    .formatted(ignore.rule(), Spelling.didYouMean(ignore.rule(), known))));
      }
    }
    return notes;
  }

  private Finding note(String rule, Ignore ignore, String message) {
    return new Finding(
        rule,
        Severity.NOTE,
        message,
        manifest.document().source().name(),
        ignore.place(),
        "",
        Places.block(manifest.document()),
        Places.resource(manifest),
        List.of(),
        manifest.document().source().line(ignore.place().line()));
  }
}
