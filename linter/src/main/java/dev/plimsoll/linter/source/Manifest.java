package dev.plimsoll.linter.source;

import dev.plimsoll.document.Document;
import dev.plimsoll.document.FieldPath;
import dev.plimsoll.document.ListNode;
import dev.plimsoll.document.MapNode;
import dev.plimsoll.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A Kubernetes object in a file: a document, or an item of a List.
 *
 * @param path where the object is in its document; the root, but for items
 */
public record Manifest(
    Document document, MapNode object, FieldPath path, String apiVersion, String kind) {

  /** Returns the objects of a document; none if it is about something else than Kubernetes. */
  public static List<Manifest> of(Document document) {
    if (!(document.root() instanceof MapNode root)) {
      return List.of();
    }
    var manifests = new ArrayList<Manifest>(1);
    collect(document, root, FieldPath.ROOT, "", "", manifests);
    return manifests;
  }

  private static void collect(
      Document document,
      MapNode object,
      FieldPath path,
      String listApiVersion,
      String itemKind,
      List<Manifest> manifests) {
    var apiVersion = object.get("apiVersion") instanceof String text ? text : listApiVersion;
    var kind = object.get("kind") instanceof String text ? text : itemKind;
    if (apiVersion.isEmpty() || kind.isEmpty()) {
      return;
    }
    if (kind.endsWith("List") && object.get("items") instanceof ListNode items) {
      boolean typed = !kind.equals("List");
      var childKind = typed ? kind.substring(0, kind.length() - "List".length()) : "";
      for (int i = 0; i < items.size(); i++) {
        if (items.get(i) instanceof MapNode item) {
          var place = path.field("items").item(i);
          collect(document, item, place, typed ? apiVersion : "", childKind, manifests);
        }
      }
      return;
    }
    manifests.add(new Manifest(document, object, path, apiVersion, kind));
  }

  /** Returns the object's name, or the start of the one that the API server will make. */
  public String name() {
    return metadata("name").or(() -> metadata("generateName")).orElse("");
  }

  /** Returns the object's name; empty if the API server is to make it. */
  public String ownName() {
    return metadata("name").orElse("");
  }

  /** Returns the namespace that the file names, or nothing. */
  public String namespace() {
    return metadata("namespace").orElse("");
  }

  private Optional<String> metadata(String field) {
    return object.get("metadata") instanceof MapNode metadata
            && metadata.get(field) instanceof String text
        ? Optional.of(text)
        : Optional.empty();
  }

  /** Returns the path, from the document's root, of one of the object's fields. */
  public FieldPath pathOf(FieldPath field) {
    var whole = path;
    for (var segment : field.segments()) {
      whole = new FieldPath(whole, segment);
    }
    return whole;
  }

  /** Returns the place of one of the object's fields, or of its nearest parent in the file. */
  public Span placeOf(FieldPath field) {
    return document.place(pathOf(field));
  }
}
