package dev.plimsoll.cel.functions;

import dev.plimsoll.cel.OpaqueValue;
import dev.plimsoll.cel.Type;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A format of text that Kubernetes knows by name. */
public enum Format implements OpaqueValue {
  DNS1123_LABEL("dns1123Label", "DNS1123Label", 30, Names::dns1123Label),
  DNS1123_SUBDOMAIN("dns1123Subdomain", "DNS1123Subdomain", 60, Names::dns1123Subdomain),
  DNS1035_LABEL("dns1035Label", "DNS1035Label", 30, Names::dns1035Label),
  QUALIFIED_NAME("qualifiedName", "QualifiedName", 60, Names::qualifiedName),
  DNS1123_LABEL_PREFIX(
      "dns1123LabelPrefix",
      "DNS1123LabelPrefix",
      30,
      text -> Names.dns1123Label(Names.completed(text))),
  DNS1123_SUBDOMAIN_PREFIX(
      "dns1123SubdomainPrefix",
      "DNS1123SubdomainPrefix",
      60,
      text -> Names.dns1123Subdomain(Names.completed(text))),
  DNS1035_LABEL_PREFIX(
      "dns1035LabelPrefix",
      "DNS1035LabelPrefix",
      30,
      text -> Names.dns1035Label(Names.completed(text))),
  LABEL_VALUE("labelValue", "LabelValue", 40, Names::labelValue),
  URI("uri", "URI", 1103, TextFormats::uri),
  UUID("uuid", "uuid", 70, TextFormats::uuid),
  BYTE("byte", "byte", 84, TextFormats::base64),
  DATE("date", "date", 71, TextFormats::date),
  DATETIME("datetime", "datetime", 71, TextFormats::dateTime);

  static final Type TYPE = Type.opaque("kubernetes.NamedFormat");

  private final String function;
  private final String title;
  private final int regexSize;
  private final Function<String, List<String>> problems;

  Format(String function, String title, int regexSize, Function<String, List<String>> problems) {
    this.function = function;
    this.title = title;
    this.regexSize = regexSize;
    this.problems = problems;
  }

  /** Returns the name after {@code format.}. */
  String function() {
    return function;
  }

  /** Returns how many characters its regular expression has, or would have. */
  int regexSize() {
    return regexSize;
  }

  /** Returns what keeps a text from having this format, in Kubernetes' words. */
  List<String> problems(String text) {
    return problems.apply(text);
  }

  @Override
  public Type type() {
    return TYPE;
  }

  @Override
  public boolean equalTo(@Nullable Object other) {
    return this == Arguments.as(Format.class, other);
  }

  @Override
  public String toString() {
    return title;
  }
}
