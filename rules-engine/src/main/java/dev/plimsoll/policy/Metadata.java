package dev.plimsoll.policy;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An object's name and annotations, read from {@code metadata} and checked as on a write. */
record Metadata(String name, Map<String, String> annotations) {
  private static final int MAX_ANNOTATIONS = 256 * 1024;

  static Metadata read(Fields root) {
    var fields = root.object("metadata");
    var name = fields.text("name");
    var generateName = fields.text("generateName");
    if (!generateName.isEmpty()) {
      var prefix =
          generateName.endsWith("-")
              ? generateName.substring(0, generateName.length() - 1) + "a"
              : generateName;
      invalid(fields, "generateName", generateName, Names.dnsSubdomain(prefix));
    }
    if (name.isEmpty() && generateName.isEmpty()) {
      fields.add(FieldError.required(fields.path("name"), "name or generateName is required"));
    } else if (!name.isEmpty()) {
      invalid(fields, "name", name, Names.dnsSubdomain(name));
    }
    fields
        .textMap("labels")
        .forEach(
            (key, value) -> {
              invalid(fields, "labels", key, Names.qualified(key));
              invalid(fields, "labels", value, Names.labelValue(value));
            });
    var annotations = fields.textMap("annotations");
    int size = 0;
    for (var entry : annotations.entrySet()) {
      var key = entry.getKey();
      invalid(fields, "annotations", key, Names.qualified(key.toLowerCase(Locale.ROOT)));
      size += key.length() + entry.getValue().length();
    }
    if (size > MAX_ANNOTATIONS) {
      fields.add(FieldError.tooLong(fields.path("annotations"), MAX_ANNOTATIONS));
    }
    return new Metadata(name.isEmpty() ? generateName : name, annotations);
  }

  private static void invalid(Fields fields, String field, String value, List<String> texts) {
    texts.forEach(text -> fields.add(FieldError.invalid(fields.path(field), value, text)));
  }
}
