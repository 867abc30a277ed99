package dev.plimsoll.policy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Reads {@code auditAnnotations}, and checks them as on a write. */
final class AuditAnnotationReader {
  private static final int MAX_ANNOTATIONS = 20;
  private static final int MAX_EXPRESSION = 5 * 1024;

  private AuditAnnotationReader() {}

  static List<AuditAnnotation> read(Fields spec, String policy) {
    var annotations = new ArrayList<AuditAnnotation>();
    var items = spec.objects("auditAnnotations", "key", "valueExpression");
    for (var item : items) {
      annotations.add(new AuditAnnotation(item.text("key"), item.text("valueExpression")));
    }
    if (items.size() > MAX_ANNOTATIONS) {
      spec.add(tooMany(spec, annotations));
    }
    var keys = new HashSet<String>();
    for (int i = 0; i < items.size(); i++) {
      var annotation = annotations.get(i);
      check(items.get(i), annotation, policy);
      if (!keys.add(annotation.key())) {
        spec.add(FieldError.duplicate(items.get(i).path("key"), annotation.key()));
      }
    }
    return annotations;
  }

  private static void check(Fields item, AuditAnnotation annotation, String policy) {
    var path = item.path("key");
    if (policy.isEmpty()) {
      item.add(FieldError.invalid(path, annotation.key(), "requires metadata.name be non-empty"));
    } else {
      var key = policy + "/" + annotation.key();
      Names.qualified(key).forEach(text -> item.add(FieldError.invalid(path, key, text)));
    }
    var expression = annotation.valueExpression().strip();
    if (expression.isEmpty()) {
      item.add(
          FieldError.required(item.path("valueExpression"), "valueExpression is not specified"));
    } else if (expression.getBytes(StandardCharsets.UTF_8).length > MAX_EXPRESSION) {
      item.add(
          FieldError.required(
              item.path("valueExpression"),
              "must not exceed " + MAX_EXPRESSION + " bytes in length"));
    }
  }

  private static FieldError tooMany(Fields spec, List<AuditAnnotation> annotations) {
    var text = "must not have more than " + MAX_ANNOTATIONS + " auditAnnotations";
    return FieldError.invalidObjects(
        spec.path("auditAnnotations"),
        annotations.stream()
            .map(a -> List.of("Key", a.key(), "ValueExpression", a.valueExpression()))
            .toList(),
        text);
  }
}
