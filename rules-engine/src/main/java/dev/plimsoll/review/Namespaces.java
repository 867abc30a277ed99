package dev.plimsoll.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Namespaces as the API server stores them. */
final class Namespaces {
  private Namespaces() {}

  /** Returns a Namespace with what the API server adds: a label, a finalizer, a phase. */
  static Map<String, @Nullable Object> stored(Map<String, @Nullable Object> written, String name) {
    var labels = copy(Metadata.labels(written));
    labels.put("kubernetes.io/metadata.name", name);
    var metadata = copy(Metadata.of(written));
    metadata.put("name", name);
    metadata.put("labels", labels);
    var spec = copy(Metadata.map(written.get("spec")));
    spec.putIfAbsent("finalizers", List.of("kubernetes"));
    var status = copy(Metadata.map(written.get("status")));
    status.putIfAbsent("phase", "Active");
    var stored = copy(written);
    stored.put("apiVersion", "v1");
    stored.put("kind", "Namespace");
    stored.put("metadata", metadata);
    stored.put("spec", spec);
    stored.put("status", status);
    return stored;
  }

  private static Map<String, @Nullable Object> copy(Map<String, @Nullable Object> map) {
    return new LinkedHashMap<>(map);
  }
}
