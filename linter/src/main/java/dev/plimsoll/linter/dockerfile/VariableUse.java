package dev.plimsoll.linter.dockerfile;

import dev.plimsoll.linter.dockerfile.Build.UndefinedVariable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Replaces the variables of one instruction, and sets those that it defines. */
final class VariableUse {

  private static final Set<String> EXPANDED_FLAGS = Set.of("chown", "chmod", "checksum");

  private final VariableScope scope;
  private final char escape;
  private final Map<Word, String> expansions = new HashMap<>();
  private final Map<String, UndefinedVariable> undefined = new LinkedHashMap<>();

  VariableUse(VariableScope scope, char escape) {
    this.scope = scope;
    this.escape = escape;
  }

  Map<Word, String> expansions() {
    return expansions;
  }

  List<UndefinedVariable> undefined() {
    return List.copyOf(undefined.values());
  }

  /** Goes through an instruction in BuildKit's order. */
  void of(Instruction instruction) {
    switch (instruction.name()) {
      case "ADD", "COPY" -> copy(instruction);
      case "ARG" -> arg(instruction);
      case "ENV" -> env(instruction);
      case "LABEL" -> Operands.pairs(instruction).forEach(this::expandPair);
      case "EXPOSE", "USER", "VOLUME", "WORKDIR", "STOPSIGNAL" ->
          Operands.words(instruction).forEach(this::expand);
      case "RUN" -> mounts(instruction);
      default -> {}
    }
    if (instruction.name().equals("EXPOSE")) {
      undefined.clear();
    }
  }

  /** Returns what a word becomes; as written if BuildKit refuses it. */
  String expand(Word word) {
    return expand(word, Expansion.Mode.VALUE, escape);
  }

  private String expand(Word word, Expansion.Mode mode, char escapes) {
    try {
      var expansion = new Expander(word.text(), escapes, mode, scope::value).expand();
      expansion.undefined().stream().filter(name -> !scope.expects(name)).forEach(this::miss);
      expansions.put(word, expansion.text());
      return expansion.text();
    } catch (ExpansionException e) {
      return word.text();
    }
  }

  private void miss(String name) {
    undefined.computeIfAbsent(
        name,
        missing ->
            new UndefinedVariable(missing, Keywords.nearest(missing, scope.values().keySet())));
  }

  private void copy(Instruction instruction) {
    for (var flag : instruction.flags()) {
      if (EXPANDED_FLAGS.contains(flag.name()) && flag.value() != null) {
        expand(flag.value());
      }
    }
    var words = Operands.words(instruction);
    words.stream().filter(word -> !HeredocFinder.isHeredoc(word)).forEach(this::expand);
    for (var heredoc : instruction.heredocs()) {
      if (heredoc.expand()) {
        expand(heredoc.body(), Expansion.Mode.BODY, '\\');
      }
    }
  }

  private void arg(Instruction instruction) {
    for (var word : Operands.words(instruction)) {
      var pair = Operands.pair(word);
      boolean given = word.text().indexOf('=') >= 0;
      scope.declare(pair.name().text(), given ? expand(pair.value()) : null);
    }
  }

  /** All pairs see the environment before the instruction. */
  private void env(Instruction instruction) {
    var set = new ArrayList<Runnable>();
    for (var pair : Operands.pairs(instruction)) {
      String name = expand(pair.name());
      String value = expand(pair.value());
      set.add(() -> scope.set(name, value));
    }
    set.forEach(Runnable::run);
  }

  private void expandPair(Pair pair) {
    expand(pair.name());
    expand(pair.value());
  }

  private void mounts(Instruction instruction) {
    for (var flag : instruction.flags()) {
      var value = flag.value();
      if (flag.name().equals("mount") && value != null && value.text().indexOf('$') >= 0) {
        try {
          for (String field : MountSyntax.fields(value)) {
            int equals = field.indexOf('=');
            if (equals >= 0) {
              expand(new Word(field.substring(equals + 1), value.start(), value.end()));
            }
          }
        } catch (SyntaxException e) {
          // The parser has reported it.
        }
      }
    }
  }
}
