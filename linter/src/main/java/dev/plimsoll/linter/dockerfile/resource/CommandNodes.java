package dev.plimsoll.linter.dockerfile.resource;

import dev.plimsoll.document.ListNode;
import dev.plimsoll.document.MapNode;
import dev.plimsoll.linter.dockerfile.Arguments;
import dev.plimsoll.linter.dockerfile.Heredoc;
import dev.plimsoll.linter.dockerfile.Instruction;
import dev.plimsoll.linter.dockerfile.Word;
import dev.plimsoll.linter.shell.ShellCall;
import dev.plimsoll.linter.shell.ShellCalls;
import dev.plimsoll.linter.shell.ShellReader;
import dev.plimsoll.linter.shell.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The programs that an instruction runs. */
final class CommandNodes {

  private static final Set<String> SHELLS = Set.of("sh", "bash", "dash", "ash", "ksh", "zsh");

  private CommandNodes() {}

  static ListNode of(Instruction instruction, ShellKind shell) {
    var list = new ListNode.Builder();
    int index = 0;
    String before = "";
    for (var call : calls(instruction, shell)) {
      list.add(
          node(call, index++, call.stage() > 0 ? before : ""), call.program().start(), call.end());
      before = call.name();
    }
    return list.build();
  }

  /** Returns the commands as text, one a line. */
  static String script(ListNode commands) {
    return commands.stream()
        .map(command -> command instanceof MapNode node ? node.get("text") + "\n" : "")
        .collect(Collectors.joining());
  }

  private static List<ShellCall> calls(Instruction instruction, ShellKind shell) {
    var arguments =
        instruction.arguments() instanceof Arguments.Health health
            ? health.command()
            : instruction.arguments();
    return switch (arguments) {
      case Arguments.Json json ->
          ShellCalls.ofWords(json.words().stream().map(w -> word(w)).toList());
      case Arguments.Text(Word word) ->
          shell.posix() ? script(instruction, word, shell.pipefail()) : List.of();
      case Arguments.None _, Arguments.Words _, Arguments.Pairs _ -> List.of();
      case Arguments.Health _, Arguments.Trigger _, Arguments.Unread _ -> List.of();
    };
  }

  private static ShellWord word(Word word) {
    return new ShellWord(word.text(), true, true, word.start(), word.end(), List.of());
  }

  private static List<ShellCall> script(Instruction instruction, Word word, boolean pipefail) {
    var heredocs = instruction.heredocs();
    if (heredocs.size() == 1 && heredocs.getFirst().operator().text().equals(word.text())) {
      return body(heredocs.getFirst(), pipefail);
    }
    var joined = instruction.joined();
    int from = joined.indexOf(word.start());
    var script = ShellReader.read(word.text(), index -> joined.offset(from + index));
    var calls = new ArrayList<ShellCall>();
    for (var call : ShellCalls.of(script, pipefail)) {
      calls.add(call);
      if (SHELLS.contains(call.name()) && call.operands().isEmpty()) {
        fed(call, heredocs).forEach(heredoc -> calls.addAll(body(heredoc, false)));
      }
    }
    return calls;
  }

  /** Returns the heredocs that a shell reads its script from. */
  private static List<Heredoc> fed(ShellCall call, List<Heredoc> heredocs) {
    return heredocs.stream()
        .filter(
            heredoc ->
                call.redirections().stream()
                    .anyMatch(
                        redirection ->
                            redirection.operator().startsWith("<<")
                                && redirection.target().text().equals(heredoc.name())))
        .toList();
  }

  private static List<ShellCall> body(Heredoc heredoc, boolean pipefail) {
    String text = heredoc.body().text();
    int end = text.indexOf('\n');
    String first = text.startsWith("#!") ? text.substring(2, end < 0 ? text.length() : end) : "sh";
    var words = first.strip().split("[\\s/]+");
    boolean shell = false;
    for (String word : words) {
      shell |= SHELLS.contains(word);
    }
    if (!shell) {
      return List.of();
    }
    int start = heredoc.body().start();
    return ShellCalls.of(ShellReader.read(text, index -> start + index), pipefail);
  }

  private static MapNode node(ShellCall call, int index, String input) {
    var program = call.program();
    String text =
        program.text()
            + call.arguments().stream()
                .map(argument -> " " + argument.text())
                .collect(Collectors.joining());
    return new Fields()
        .put("name", call.name(), program.start(), program.end())
        .put("program", program.text(), program.start(), program.end())
        .put("text", text)
        .put("args", words(call.arguments()))
        .put("flags", flags(call))
        .put("operands", words(call.operands()))
        .put("assignments", assignments(call))
        .put("redirects", redirects(call))
        .put("via", Fields.plain(call.via()))
        .put("connector", connector(call))
        .put("conditional", call.conditional())
        .put("input", input, program.start(), program.end())
        .put("index", index)
        .put("pipe", call.pipe())
        .put("stage", call.stage())
        .put("stages", call.stages())
        .put("pipefail", call.pipefail())
        .build();
  }

  private static String connector(ShellCall call) {
    return switch (call.connector()) {
      case ALWAYS -> ";";
      case AND -> "&&";
      case OR -> "||";
      case BACKGROUND -> "&";
    };
  }

  private static ListNode words(List<ShellWord> words) {
    var list = new ListNode.Builder();
    words.forEach(word -> list.add(word.text(), word.start(), word.end()));
    return list.build();
  }

  private static ListNode flags(ShellCall call) {
    return Fields.plain(call.flags());
  }

  private static ListNode assignments(ShellCall call) {
    var list = new ListNode.Builder();
    for (var one : call.assignments()) {
      var node =
          new Fields()
              .put("name", one.name(), one.start(), one.end())
              .put("value", one.value().text(), one.value().start(), one.value().end());
      list.add(node.build(), one.start(), one.end());
    }
    return list.build();
  }

  private static ListNode redirects(ShellCall call) {
    var list = new ListNode.Builder();
    for (var one : call.redirections()) {
      var target = one.target();
      var node =
          new Fields()
              .put("operator", one.operator(), target.start(), target.end())
              .put("target", target.text(), target.start(), target.end());
      list.add(node.build(), target.start(), target.end());
    }
    return list.build();
  }
}
