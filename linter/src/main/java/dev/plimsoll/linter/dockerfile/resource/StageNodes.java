package dev.plimsoll.linter.dockerfile.resource;

import dev.plimsoll.document.ListNode;
import dev.plimsoll.document.MapNode;
import dev.plimsoll.linter.dockerfile.Arguments;
import dev.plimsoll.linter.dockerfile.Build;
import dev.plimsoll.linter.dockerfile.Instruction;
import dev.plimsoll.linter.dockerfile.Operands;
import dev.plimsoll.linter.dockerfile.Pair;
import dev.plimsoll.linter.dockerfile.Stage;
import dev.plimsoll.linter.dockerfile.Word;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The stages with their instructions, and what an image of each would have. */
final class StageNodes {

  private static final Set<String> ONCE = Set.of("CMD", "ENTRYPOINT", "HEALTHCHECK");

  private final Build build;
  private final BuildContext context;
  private final Set<Integer> shipped;
  private final Set<Integer> needed;
  private final Set<Instruction> effective;
  private final List<Effect> effects = new ArrayList<>();
  private final Map<String, Integer> earlier = new HashMap<>();
  private final ListNode.Builder all = new ListNode.Builder();

  /** What holds at the end of a stage; a stage that starts from it starts with this. */
  private record Effect(
      ShellKind shell,
      boolean workdirSet,
      Map<String, Instruction> last,
      List<Instruction> every) {}

  StageNodes(Build build, BuildContext context) {
    this.build = build;
    this.context = context;
    this.shipped = build.shipped();
    this.needed = build.needed();
    this.effective = effective(build, shipped);
  }

  ListNode stages() {
    for (var instruction : build.global()) {
      var position =
          new StagePosition(
              Map.of(),
              -1,
              -1,
              false,
              false,
              ShellKind.DEFAULT,
              false,
              false,
              "",
              false,
              false,
              false);
      addToAll(instruction, new InstructionNode(build, context, instruction).node(position));
    }
    var list = new ListNode.Builder();
    for (var stage : build.stages()) {
      var first = stage.instructions().getFirst();
      list.add(stage(stage), first.keyword().start(), first.text().end());
    }
    return list.build();
  }

  /** Returns all instructions in file order; to be called after {@link #stages}. */
  ListNode instructions() {
    return all.build();
  }

  private void addToAll(Instruction instruction, MapNode node) {
    all.add(node, instruction.keyword().start(), instruction.text().end());
  }

  private MapNode stage(Stage stage) {
    var from = stage.from();
    String platform = from == null ? "" : from.flagValue("platform").map(Word::text).orElse("");
    var base = stage.base() < 0 ? null : effects.get(stage.base());
    var shell = base == null ? ShellKind.of(stage.image(), platform) : base.shell();
    boolean workdirSet = base != null && base.workdirSet();
    var last = new LinkedHashMap<String, Instruction>();
    var every = new ArrayList<Instruction>();
    if (base != null) {
      last.putAll(base.last());
      every.addAll(base.every());
    }
    var overridden = overridden(stage);
    var seen = new HashSet<String>();
    String previous = "";
    var ends = ends(stage);
    var list = new ListNode.Builder();
    for (var instruction : stage.instructions()) {
      var position =
          new StagePosition(
              earlier,
              stage.index(),
              stage.base(),
              shipped.contains(stage.index()),
              needed.contains(stage.index()),
              shell,
              workdirSet,
              overridden.contains(instruction),
              previous,
              !seen.add(instruction.name()),
              ends.contains(instruction),
              effective.contains(instruction));
      previous = instruction.name();
      var node = new InstructionNode(build, context, instruction).node(position);
      list.add(node, instruction.keyword().start(), instruction.text().end());
      addToAll(instruction, node);
      last.put(instruction.name(), instruction);
      every.add(instruction);
      workdirSet |= instruction.name().equals("WORKDIR");
      if (instruction.name().equals("SHELL")) {
        shell = ShellKind.of(instruction);
      }
    }
    earlier.put(String.valueOf(stage.index()), stage.index());
    if (!stage.name().isEmpty()) {
      earlier.put(stage.name(), stage.index());
    }
    effects.add(new Effect(shell, workdirSet, last, every));
    return new StageFacts(build, stage, last, every).node(list.build(), shell, shipped, needed);
  }

  /** Returns the CMD, ENTRYPOINT and HEALTHCHECK that a later one in their stage makes void. */
  private static Set<Instruction> overridden(Stage stage) {
    var seen = new HashSet<String>();
    Set<Instruction> found = Collections.newSetFromMap(new IdentityHashMap<>());
    for (var instruction : stage.instructions().reversed()) {
      if (ONCE.contains(instruction.name()) && !seen.add(instruction.name())) {
        found.add(instruction);
      }
    }
    return found;
  }

  /** Returns the last instruction of each name of a stage. */
  private static Set<Instruction> ends(Stage stage) {
    var seen = new HashSet<String>();
    Set<Instruction> found = Collections.newSetFromMap(new IdentityHashMap<>());
    for (var instruction : stage.instructions().reversed()) {
      if (seen.add(instruction.name())) {
        found.add(instruction);
      }
    }
    return found;
  }

  /** Returns the last instruction of each name among the stages that ship. */
  private static Set<Instruction> effective(Build build, Set<Integer> shipped) {
    var seen = new HashSet<String>();
    Set<Instruction> found = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int index : shipped) {
      for (var instruction : build.stages().get(index).instructions().reversed()) {
        if (seen.add(instruction.name())) {
          found.add(instruction);
        }
      }
    }
    return found;
  }

  /** What an image of a stage would have. */
  private record StageFacts(
      Build build, Stage stage, Map<String, Instruction> last, List<Instruction> every) {

    MapNode node(
        ListNode instructions, ShellKind shell, Set<Integer> shipped, Set<Integer> needed) {
      var from = stage.from();
      var first = stage.instructions().getFirst();
      var words = from == null ? List.<Word>of() : Operands.words(from);
      var image = words.isEmpty() ? first.keyword() : words.getFirst();
      var name = words.size() == 3 ? words.get(2) : first.keyword();
      var fields =
          new Fields()
              .put("index", Long.valueOf(stage.index()), first.keyword())
              .put("name", stage.name(), name)
              .put(
                  "image",
                  words.isEmpty()
                      ? ImageNode.NONE
                      : ImageNode.of(image, stage.image(), stage.base()),
                  image)
              .put("final", stage.index() == build.stages().size() - 1, first.keyword())
              .put("ships", shipped.contains(stage.index()))
              .put("needed", needed.contains(stage.index()))
              .put("instructions", instructions)
              .put("script", script(instructions))
              .put("shell", Fields.plain(shell.words()));
      text(fields, "user", "USER");
      text(fields, "workdir", "WORKDIR");
      text(fields, "stopSignal", "STOPSIGNAL");
      command(fields, "entrypoint", "ENTRYPOINT");
      command(fields, "cmd", "CMD");
      var health = last.get("HEALTHCHECK");
      var kind =
          health != null && health.arguments() instanceof Arguments.Health it
              ? it.type().text().toUpperCase(Locale.ROOT)
              : "";
      fields.put("healthcheck", kind, health == null ? first.keyword() : health.keyword());
      return fields
          .put("environment", pairs("ENV"))
          .put("labels", pairs("LABEL"))
          .put("ports", ports())
          .put("volumes", volumes())
          .build();
    }

    private static String script(ListNode instructions) {
      var script = new StringBuilder();
      for (var instruction : instructions) {
        if (instruction instanceof MapNode node && "RUN".equals(node.get("name"))) {
          script.append(node.get("script"));
        }
      }
      return script.toString();
    }

    private void text(Fields fields, String field, String name) {
      var instruction = last.get(name);
      var words = instruction == null ? List.<Word>of() : Operands.words(instruction);
      if (instruction == null || words.isEmpty()) {
        fields.put(field, "");
      } else {
        fields.put(field, build.expanded(instruction, words.getFirst()), words.getFirst());
      }
    }

    /** Adds the words of a command and its form: {@code exec}, {@code shell} or nothing. */
    private void command(Fields fields, String field, String name) {
      var instruction = last.get(name);
      boolean json = instruction != null && instruction.arguments() instanceof Arguments.Json;
      String form = instruction == null ? "" : json ? "exec" : "shell";
      if (instruction == null) {
        fields.put(field, Fields.none()).put(field + "Form", form);
      } else {
        fields
            .put(field, Fields.strings(Operands.words(instruction)), instruction.keyword())
            .put(field + "Form", form, instruction.keyword());
      }
    }

    private MapNode pairs(String name) {
      var fields = new Fields();
      for (var instruction : every) {
        if (instruction.name().equals(name)) {
          for (Pair pair : Operands.pairs(instruction)) {
            fields.put(
                build.expanded(instruction, pair.name()),
                build.expanded(instruction, pair.value()),
                pair.name());
          }
        }
      }
      return fields.build();
    }

    private ListNode ports() {
      var list = new ListNode.Builder();
      for (var instruction : every) {
        if (instruction.name().equals("EXPOSE")) {
          for (var word : Operands.words(instruction)) {
            list.add(
                PortNode.of(word, build.expanded(instruction, word)), word.start(), word.end());
          }
        }
      }
      return list.build();
    }

    private ListNode volumes() {
      var list = new ListNode.Builder();
      for (var instruction : every) {
        if (instruction.name().equals("VOLUME")) {
          for (var word : Operands.words(instruction)) {
            list.add(build.expanded(instruction, word), word.start(), word.end());
          }
        }
      }
      return list.build();
    }
  }
}
