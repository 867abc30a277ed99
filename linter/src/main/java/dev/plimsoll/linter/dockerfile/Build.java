package dev.plimsoll.linter.dockerfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a Dockerfile builds when nobody gives arguments: its stages, what they start from, and what
 * its variables are.
 *
 * @param stages in file order; the last one is what ships
 * @param global the instructions before the first FROM
 * @param expansions each expanded word of each instruction, by the word as written
 * @param undefined the variables that an instruction uses and nobody has set
 */
public record Build(
    List<Stage> stages,
    List<Instruction> global,
    Map<Instruction, Map<Word, String>> expansions,
    Map<Instruction, List<UndefinedVariable>> undefined) {

  /** A stage farther than this from its image is read as if it started from one. */
  private static final int LONGEST_CHAIN = 100;

  /** A variable that has no value, with the one that may be meant. */
  public record UndefinedVariable(String name, Optional<String> suggestion) {}

  public static Build of(Dockerfile file) {
    return new Resolver(file).resolve();
  }

  /** Returns what a word of an instruction becomes; as written if it can't be expanded. */
  public String expanded(Instruction instruction, Word word) {
    return expansions.getOrDefault(instruction, Map.of()).getOrDefault(word, word.text());
  }

  /** Returns the stages whose layers are in the last one: it and those it starts from. */
  public Set<Integer> shipped() {
    var shipped = new LinkedHashSet<Integer>();
    int index = stages.size() - 1;
    while (index >= 0 && shipped.add(index)) {
      index = stages.get(index).base();
    }
    return shipped;
  }

  /** Returns the stages that the last one needs, itself included. */
  public Set<Integer> needed() {
    var needed = new LinkedHashSet<Integer>();
    var open = new ArrayList<Integer>();
    if (!stages.isEmpty()) {
      open.add(stages.size() - 1);
    }
    while (!open.isEmpty()) {
      int index = open.removeLast();
      if (needed.add(index)) {
        var stage = stages.get(index);
        open.addAll(stage.uses());
        if (stage.base() >= 0) {
          open.add(stage.base());
        }
      }
    }
    return needed;
  }

  /** Works from the top of the file to its end, as BuildKit does. */
  private static final class Resolver {
    private final Dockerfile file;
    private final VariableScope globals = VariableScope.ofPlatform();
    private final List<Instruction> global = new ArrayList<>();
    private final List<Stage> stages = new ArrayList<>();
    private final Map<String, Integer> byName = new HashMap<>();
    private final Map<Instruction, Map<Word, String>> expansions = new IdentityHashMap<>();
    private final Map<Instruction, List<UndefinedVariable>> undefined = new IdentityHashMap<>();
    private final List<Integer> chains = new ArrayList<>();
    private final List<VariableScope> scopes = new ArrayList<>();

    Resolver(Dockerfile file) {
      this.file = file;
    }

    Build resolve() {
      var body = new ArrayList<Instruction>();
      Instruction from = null;
      boolean started = false;
      for (var instruction : file.instructions()) {
        boolean starts = instruction.name().equals("FROM");
        if (!started && !starts && instruction.name().equals("ARG")) {
          global.add(instruction);
          declareGlobal(instruction);
          continue;
        }
        if (starts && started) {
          add(from, body);
          body = new ArrayList<>();
        }
        from = starts ? instruction : from;
        started = true;
        body.add(instruction);
      }
      if (started) {
        add(from, body);
      }
      return new Build(List.copyOf(stages), List.copyOf(global), expansions, undefined);
    }

    private void declareGlobal(Instruction arg) {
      for (var word : Operands.words(arg)) {
        globals.declareGlobal(word, file.escape());
      }
    }

    private void add(@Nullable Instruction from, List<Instruction> body) {
      int index = stages.size();
      var words = from == null ? List.<Word>of() : Operands.words(from);
      String image = words.isEmpty() ? "" : words.getFirst().text();
      if (from != null && !words.isEmpty()) {
        var use = new VariableUse(globals, file.escape());
        image = use.expand(words.getFirst());
        from.flagValue("platform").ifPresent(use::expand);
        keep(from, use);
      }
      String name = words.size() == 3 ? words.get(2).text().toLowerCase(Locale.ROOT) : "";
      int base = byName.getOrDefault(image, -1);
      int chain = base < 0 ? 0 : chains.get(base) + 1;
      base = chain > LONGEST_CHAIN ? -1 : base;
      chains.add(base < 0 ? 0 : chain);
      var scope = base < 0 ? VariableScope.ofImage(globals) : scopes.get(base).copy();
      var uses = new HashSet<Integer>();
      for (var instruction : body) {
        if (instruction != from) {
          var use = new VariableUse(scope, file.escape());
          use.of(instruction);
          keep(instruction, use);
          Operands.sources(instruction).forEach(source -> stage(source).ifPresent(uses::add));
        }
      }
      stages.add(new Stage(index, from, name, image, base, uses, body, scope.values()));
      scopes.add(scope);
      if (!name.isEmpty()) {
        byName.put(name, index);
      }
    }

    private Optional<Integer> stage(String source) {
      var named = byName.get(source.toLowerCase(Locale.ROOT));
      if (named != null) {
        return Optional.of(named);
      }
      return source.matches("[0-9]{1,6}") && Integer.parseInt(source) < stages.size()
          ? Optional.of(Integer.parseInt(source))
          : Optional.empty();
    }

    private void keep(Instruction instruction, VariableUse use) {
      expansions.put(instruction, use.expansions());
      if (!use.undefined().isEmpty()) {
        undefined.put(instruction, use.undefined());
      }
    }
  }
}
