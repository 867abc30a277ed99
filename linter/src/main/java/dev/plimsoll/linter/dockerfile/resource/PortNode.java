package dev.plimsoll.linter.dockerfile.resource;

import dev.plimsoll.document.MapNode;
import dev.plimsoll.linter.dockerfile.Word;
import java.util.Locale;

/** A port of EXPOSE: {@code [[ip:]host:]port[-port][/protocol]}. */
final class PortNode {

  private static final int HIGHEST = 65_535;

  private PortNode() {}

  static MapNode of(Word word, String expanded) {
    int slash = expanded.indexOf('/');
    String protocol = slash < 0 ? "" : expanded.substring(slash + 1);
    String rest = slash < 0 ? expanded : expanded.substring(0, slash);
    int colon = rest.lastIndexOf(':');
    String range = rest.substring(colon + 1);
    int dash = range.indexOf('-');
    long first = number(dash < 0 ? range : range.substring(0, dash));
    long last = dash < 0 ? first : number(range.substring(dash + 1));
    return new Fields()
        .put("written", word.text(), word)
        .put("variable", word.text().indexOf('$') >= 0, word)
        .put("port", Long.valueOf(first), word)
        .put("endPort", Long.valueOf(last), word)
        .put("protocol", protocol.isEmpty() ? "tcp" : protocol.toLowerCase(Locale.ROOT), word)
        .put("writtenProtocol", protocol, word)
        .put("mapped", colon >= 0, word)
        .put("valid", first >= 0 && first <= last && last <= HIGHEST, word)
        .build();
  }

  private static long number(String digits) {
    return digits.matches("[0-9]{1,9}") ? Long.parseLong(digits) : -1;
  }
}
