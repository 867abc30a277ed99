package dev.plimsoll.admission;

import dev.plimsoll.cel.GoQuote;
import dev.plimsoll.document.Document;
import dev.plimsoll.document.FieldPath;
import dev.plimsoll.document.ListNode;
import dev.plimsoll.document.MapNode;
import dev.plimsoll.document.Problem;
import dev.plimsoll.document.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the paths of keys that stand twice, which the document's reader noticed. */
final class Duplicates {
  private final Document document;
  private final Set<Span> spans = new HashSet<>();
  private final List<StrictProblem> found = new ArrayList<>();

  private Duplicates(Document document) {
    this.document = document;
  }

  static List<StrictProblem> in(Document document, MapNode object) {
    if (document.problems().isEmpty()) {
      return List.of();
    }
    var duplicates = new Duplicates(document);
    for (var problem : document.problems()) {
      if (problem.kind() == Problem.Kind.DUPLICATE_KEY) {
        duplicates.spans.add(problem.span());
      }
    }
    duplicates.visit(object, FieldPath.ROOT, "");
    return duplicates.found;
  }

  private void visit(@Nullable Object node, FieldPath path, String text) {
    if (node instanceof MapNode map) {
      for (int i = 0; i < map.size(); i++) {
        var key = map.keyAt(i);
        var below = path.field(key);
        var name = text.isEmpty() ? key : text + "." + key;
        if (map.keyStart(i) >= 0
            && spans.contains(document.source().span(map.keyStart(i), map.keyEnd(i)))) {
          found.add(new StrictProblem(below, "duplicate field " + GoQuote.quote(name)));
        }
        visit(map.valueAt(i), below, name);
      }
    } else if (node instanceof ListNode list) {
      for (int i = 0; i < list.size(); i++) {
        visit(list.get(i), path.item(i), text + "[" + i + "]");
      }
    }
  }
}
