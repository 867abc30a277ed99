package dev.plimsoll.linter.dockerfile;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variables that a part of a Dockerfile sees. */
final class VariableScope {

  private static final String PLATFORM = "linux/amd64";

  /** Set for BuildKit itself; no part of any environment. */
  private static final Set<String> SILENT =
      Set.of("BUILDKIT_SBOM_SCAN_CONTEXT", "BUILDKIT_SBOM_SCAN_STAGE");

  private final Map<String, String> values;
  private final Set<String> declared;
  private final @Nullable VariableScope globals;

  private VariableScope(
      Map<String, String> values, Set<String> declared, @Nullable VariableScope globals) {
    this.values = new LinkedHashMap<>(values);
    this.declared = new HashSet<>(declared);
    this.globals = globals;
  }

  /** Returns what FROM sees before any ARG: the platform, taken to be linux/amd64. */
  static VariableScope ofPlatform() {
    var scope = new VariableScope(Map.of(), Set.of(), null);
    for (String side : new String[] {"BUILD", "TARGET"}) {
      scope.values.put(side + "PLATFORM", PLATFORM);
      scope.values.put(side + "OS", "linux");
      scope.values.put(side + "OSVERSION", "");
      scope.values.put(side + "ARCH", "amd64");
      scope.values.put(side + "VARIANT", "");
    }
    scope.values.put("TARGETSTAGE", "default");
    return scope;
  }

  /** Returns what a stage sees that starts from an image: PATH, for of the rest nobody knows. */
  static VariableScope ofImage(VariableScope globals) {
    return new VariableScope(
        Map.of("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"),
        Set.of(),
        globals);
  }

  VariableScope copy() {
    return new VariableScope(values, declared, globals);
  }

  Map<String, String> values() {
    return values;
  }

  @Nullable String value(String name) {
    return values.get(name);
  }

  /** Whether a variable may be used though it has no value. */
  boolean expects(String name) {
    return declared.contains(name) || SILENT.contains(name);
  }

  void set(String name, String value) {
    values.put(name, value);
  }

  /** Declares an ARG of a stage; without a value it takes the global one's. */
  void declare(String name, @Nullable String value) {
    String given = value == null && globals != null ? globals.value(name) : value;
    if (given != null && !SILENT.contains(name)) {
      values.put(name, given);
    }
    declared.add(name);
  }

  void declareGlobal(Word word, char escape) {
    var pair = Operands.pair(word);
    String name = pair.name().text();
    declared.add(name);
    if (word.text().indexOf('=') >= 0) {
      try {
        values.put(name, Expansion.of(pair.value().text(), escape, values::get).text());
      } catch (ExpansionException e) {
        values.put(name, pair.value().text());
      }
    }
  }
}
