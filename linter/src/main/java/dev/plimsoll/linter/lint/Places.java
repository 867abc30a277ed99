package dev.plimsoll.linter.lint;

import dev.plimsoll.document.Document;
import dev.plimsoll.document.FieldPath;
import dev.plimsoll.document.ListNode;
import dev.plimsoll.document.MapNode;
import dev.plimsoll.document.Span;
import dev.plimsoll.linter.dockerfile.resource.DockerfileResource;
import dev.plimsoll.linter.rules.Severity;
import dev.plimsoll.linter.source.Manifest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes findings of objects and their fields. */
final class Places {

  private Places() {}

  static Finding.Block block(Document document) {
    var source = document.source();
    return new Finding.Block(
        source.lineOf(document.start()),
        source.lineOf(Math.max(document.start(), document.end() - 1)));
  }

  /** Returns the lines that belong to a place: of a Dockerfile, those of its instruction. */
  static Finding.Block block(Manifest manifest, Span place) {
    if (manifest.kind().equals(DockerfileResource.KIND)
        && manifest.object().get("instructions") instanceof ListNode instructions) {
      for (var instruction : instructions) {
        if (instruction instanceof MapNode node
            && node.get("line") instanceof Long line
            && node.get("endLine") instanceof Long endLine
            && line <= place.line()
            && place.line() <= endLine) {
          return new Finding.Block(line.intValue(), endLine.intValue());
        }
      }
    }
    return block(manifest.document());
  }

  static Finding.Resource resource(Manifest manifest) {
    return new Finding.Resource(
        manifest.apiVersion(), manifest.kind(), manifest.namespace(), manifest.name());
  }

  /** Returns a finding about a field of an object. */
  static Finding at(
      Manifest manifest,
      String rule,
      Severity severity,
      String message,
      FieldPath field,
      List<Finding.Place> related) {
    var source = manifest.document().source();
    var span = manifest.placeOf(field);
    return new Finding(
        rule,
        severity,
        message,
        source.name(),
        span,
        manifest.pathOf(field).toString(),
        block(manifest, span),
        resource(manifest),
        related,
        source.line(span.line()));
  }

  /** Returns the value of a field, or null. */
  static @Nullable Object value(Manifest manifest, FieldPath field) {
    Object value = manifest.object();
    for (var segment : field.segments()) {
      if (value instanceof MapNode map && segment instanceof String key) {
        value = map.get(key);
      } else if (value instanceof ListNode list
          && segment instanceof Integer index
          && index < list.size()) {
        value = list.get(index);
      } else {
        return null;
      }
    }
    return value;
  }

  /** Returns the line that an object starts on. */
  static int firstLine(Manifest manifest) {
    return manifest.placeOf(FieldPath.ROOT).line();
  }

  /** Returns the path, from the document's root, of the field whose key stands at a place. */
  static String path(Manifest manifest, Span place) {
    var found = find(manifest.document(), manifest.object(), manifest.path(), place);
    return found == null ? "" : found.toString();
  }

  private static @Nullable FieldPath find(
      Document document, @Nullable Object node, FieldPath path, Span place) {
    FieldPath found = null;
    if (node instanceof MapNode map) {
      for (int i = 0; i < map.size() && found == null; i++) {
        var field = path.field(map.keyAt(i));
        boolean here =
            map.keyStart(i) >= 0
                && document.source().span(map.keyStart(i), map.keyEnd(i)).equals(place);
        found = here ? field : find(document, map.valueAt(i), field, place);
      }
    } else if (node instanceof ListNode list) {
      for (int i = 0; i < list.size() && found == null; i++) {
        found = find(document, list.get(i), path.item(i), place);
      }
    }
    return found;
  }

  /** Returns the last line of an item of a List. */
  static int lastLine(Manifest manifest) {
    Object node = manifest.document().root();
    int end = manifest.document().end();
    for (var segment : manifest.path().segments()) {
      if (node instanceof MapNode map && segment instanceof String key) {
        node = map.get(key);
      } else if (node instanceof ListNode list && segment instanceof Integer index) {
        end = list.itemEnd(index);
        node = list.get(index);
      }
    }
    return manifest.document().source().lineOf(Math.max(0, end - 1));
  }
}
