package dev.plimsoll.linter.shell;

import dev.plimsoll.linter.shell.ShellNode.Assignment;
import dev.plimsoll.linter.shell.ShellNode.Compound;
import dev.plimsoll.linter.shell.ShellNode.Kind;
import dev.plimsoll.linter.shell.ShellNode.Pipeline;
import dev.plimsoll.linter.shell.ShellNode.Redirection;
import dev.plimsoll.linter.shell.ShellNode.Simple;
import dev.plimsoll.linter.shell.ShellScript.Connector;
import dev.plimsoll.linter.shell.ShellScript.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The programs that a script runs, in the order of the text, through whatever they stand in. */
public final class ShellCalls {

  private static final Set<String> SHELLS = Set.of("sh", "bash", "dash", "ash", "ksh", "zsh");

  /** Programs that run the words after their own flags. */
  private static final Set<String> RUNNERS =
      Set.of("sudo", "exec", "command", "env", "nice", "nohup", "time", "eatmydata", "doas");

  private static final Set<String> VALUE_FLAGS =
      Set.of("-u", "-g", "-h", "-p", "-C", "-D", "-n", "-a", "-S", "--user", "--group");

  private static final int DEEPEST = 8;

  private final List<ShellCall> calls = new ArrayList<>();
  private boolean pipefail;
  private int pipes;
  private List<String> via = List.of();

  private ShellCalls(boolean pipefail) {
    this.pipefail = pipefail;
  }

  /**
   * Lists the programs.
   *
   * @param pipefail whether the shell starts with {@code -o pipefail}
   */
  public static List<ShellCall> of(ShellScript script, boolean pipefail) {
    var all = new ShellCalls(pipefail);
    all.visit(script, false);
    return List.copyOf(all.calls);
  }

  /** Lists the program that an exec form runs, and what it runs in turn. */
  public static List<ShellCall> ofWords(List<ShellWord> words) {
    if (words.isEmpty()) {
      return List.of();
    }
    var simple =
        new Simple(List.of(), words, List.of(), words.getFirst().start(), words.getLast().end());
    var script = new ShellScript(List.of(new Step(Connector.ALWAYS, simple)), true);
    return of(script, false);
  }

  private void visit(ShellScript script, boolean conditional) {
    boolean branch = conditional;
    for (var step : script.steps()) {
      branch =
          step.connector() == Connector.OR
              || conditional
              || branch && step.connector() == Connector.AND;
      visit(step, branch);
    }
  }

  private void visit(Step step, boolean conditional) {
    if (step.node() instanceof Pipeline(boolean negated, List<ShellNode> commands, int s, int e)) {
      int pipe = pipes++;
      for (int i = 0; i < commands.size(); i++) {
        visit(commands.get(i), step.connector(), conditional, pipe, i, commands.size());
      }
    } else {
      visit(step.node(), step.connector(), conditional, pipes++, 0, 1);
    }
  }

  private void visit(
      ShellNode node, Connector connector, boolean conditional, int pipe, int stage, int stages) {
    switch (node) {
      case Pipeline pipeline -> visit(new Step(connector, pipeline), conditional);
      case Simple simple -> visitSimple(simple, connector, conditional, pipe, stage, stages);
      case Compound compound -> visitCompound(compound, conditional);
    }
  }

  private void visitCompound(Compound compound, boolean conditional) {
    compound.words().forEach(this::visitSubstitutions);
    boolean before = pipefail;
    boolean straight = compound.kind() == Kind.SUBSHELL || compound.kind() == Kind.GROUP;
    var parts = compound.parts();
    for (int i = 0; i < parts.size(); i++) {
      boolean first = i == 0 && compound.kind() != Kind.FOR && compound.kind() != Kind.CASE;
      visit(parts.get(i), conditional || !straight && !first);
    }
    if (compound.kind() == Kind.SUBSHELL) {
      pipefail = before;
    }
    compound.redirections().forEach(redirection -> visitSubstitutions(redirection.target()));
  }

  private void visitSimple(
      Simple simple, Connector connector, boolean conditional, int pipe, int stage, int stages) {
    simple.assignments().stream().map(Assignment::value).forEach(this::visitSubstitutions);
    if (!simple.words().isEmpty()) {
      var call =
          new ShellCall(
              simple.words().getFirst(),
              simple.words().subList(1, simple.words().size()),
              simple.assignments(),
              simple.redirections(),
              via,
              connector,
              conditional,
              pipe,
              stage,
              stages,
              pipefail);
      add(call);
    }
    simple.words().forEach(this::visitSubstitutions);
    simple.redirections().stream().map(Redirection::target).forEach(this::visitSubstitutions);
  }

  private void visitSubstitutions(ShellWord word) {
    for (var script : word.substitutions()) {
      boolean before = pipefail;
      visit(script, true);
      pipefail = before;
    }
  }

  private void add(ShellCall call) {
    calls.add(call);
    if (call.name().equals("set")) {
      setPipefail(call.arguments());
    } else if (SHELLS.contains(call.name())) {
      runShell(call);
    } else if (RUNNERS.contains(call.name())) {
      runInner(call);
    }
  }

  private void setPipefail(List<ShellWord> arguments) {
    for (int i = 0; i + 1 < arguments.size(); i++) {
      String flag = arguments.get(i).text();
      if (arguments.get(i + 1).text().equals("pipefail") && flag.matches("[-+][A-Za-z]*o")) {
        pipefail = flag.startsWith("-");
      }
    }
  }

  /** Reads the script of {@code sh -c '…'}. */
  private void runShell(ShellCall call) {
    var arguments = call.arguments();
    boolean inner = false;
    for (int i = 0; i < arguments.size() && via.size() < DEEPEST; i++) {
      var word = arguments.get(i);
      String text = word.text();
      if (!text.startsWith("-") && !text.startsWith("+")) {
        return;
      }
      if (text.equals("-o") || text.equals("+o") || text.matches("-[a-z]*o")) {
        i++;
        inner |= i < arguments.size() && arguments.get(i).text().equals("pipefail");
      } else if (text.matches("-[a-z]*c[a-z]*") && i + 1 < arguments.size()) {
        nested(arguments.get(i + 1), call.name(), inner);
        return;
      }
    }
  }

  private void nested(ShellWord word, String shell, boolean innerPipefail) {
    int from = word.start() + (word.quoted() ? 1 : 0);
    int last = Math.max(from, word.end() - 1);
    var script = ShellReader.read(word.text(), index -> Math.min(from + index, last));
    var outerVia = via;
    boolean outer = pipefail;
    via = append(via, shell);
    pipefail = innerPipefail;
    visit(script, false);
    via = outerVia;
    pipefail = outer;
  }

  private void runInner(ShellCall call) {
    var arguments = call.arguments();
    int at = 0;
    while (at < arguments.size()) {
      String text = arguments.get(at).text();
      if (VALUE_FLAGS.contains(text)) {
        at += 2;
      } else if (text.startsWith("-") || text.matches("[A-Za-z_][A-Za-z0-9_]*=.*")) {
        at++;
      } else {
        break;
      }
    }
    if (at >= arguments.size() || via.size() >= DEEPEST) {
      return;
    }
    var outerVia = via;
    via = append(via, call.name());
    add(
        new ShellCall(
            arguments.get(at),
            arguments.subList(at + 1, arguments.size()),
            List.of(),
            List.of(),
            via,
            call.connector(),
            call.conditional(),
            call.pipe(),
            call.stage(),
            call.stages(),
            call.pipefail()));
    via = outerVia;
  }

  private static List<String> append(List<String> list, String last) {
    var all = new ArrayList<>(list);
    all.add(last);
    return List.copyOf(all);
  }
}
