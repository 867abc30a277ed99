package dev.plimsoll.policy;

import java.util.Locale;

/** Reads {@code paramKind}, and checks it as on a write. */
final class ParamKindReader {
  private ParamKindReader() {}

  static ParamKind read(Fields spec) {
    var fields = spec.object("paramKind", "apiVersion", "kind");
    var kind = new ParamKind(fields.text("apiVersion"), fields.text("kind"));
    apiVersion(fields, kind.apiVersion());
    var path = fields.path("kind");
    if (kind.kind().isEmpty()) {
      fields.add(FieldError.required(path, ""));
    } else {
      var texts = Names.dns1035Label(kind.kind().toLowerCase(Locale.ROOT));
      if (!texts.isEmpty()) {
        var text = "may have mixed case, but should otherwise match: " + String.join(",", texts);
        fields.add(FieldError.invalid(path, kind.kind(), text));
      }
    }
    return kind;
  }

  private static void apiVersion(Fields fields, String text) {
    var path = fields.path("apiVersion");
    var parts = text.equals("/") ? new String[] {""} : text.split("/", -1);
    if (text.isEmpty()) {
      fields.add(FieldError.required(path, ""));
      return;
    }
    if (parts.length > 2) {
      fields.add(FieldError.invalid(path, text, "unexpected GroupVersion string: " + text));
      return;
    }
    if (parts.length == 2 && !parts[0].isEmpty()) {
      var group = parts[0];
      var wrong = Names.dnsSubdomain(group);
      if (!wrong.isEmpty()) {
        fields.add(FieldError.invalid(path, group, String.join(",", wrong)));
      }
    }
    var version = parts[parts.length - 1];
    if (version.isEmpty()) {
      fields.add(FieldError.invalid(path, text, "version must be specified"));
    } else {
      var wrong = Names.dns1035Label(version);
      if (!wrong.isEmpty()) {
        fields.add(FieldError.invalid(path, version, String.join(",", wrong)));
      }
    }
  }
}
