package dev.plimsoll.linter.shell;

import java.util.List;

/** A command of a script. */
public sealed interface ShellNode {

  /** Offset of its first character in the file. */
  int start();

  /** Offset just after its last. */
  int end();

  /** A program, function or builtin with its words; without words, assignments alone. */
  record Simple(
      List<Assignment> assignments,
      List<ShellWord> words,
      List<Redirection> redirections,
      int start,
      int end)
      implements ShellNode {
    public Simple {
      assignments = List.copyOf(assignments);
      words = List.copyOf(words);
      redirections = List.copyOf(redirections);
    }
  }

  /** Commands joined by {@code |}, two or more, or one after {@code !}. */
  record Pipeline(boolean negated, List<ShellNode> commands, int start, int end)
      implements ShellNode {
    public Pipeline {
      commands = List.copyOf(commands);
    }
  }

  /**
   * A command made of others.
   *
   * @param words the words after {@code for}, {@code case} or {@code function}, or within {@code
   *     [[}
   * @param parts of {@code if} the conditions and branches in order, of a loop the condition and
   *     the body, of {@code case} the branches
   */
  record Compound(
      Kind kind,
      List<ShellWord> words,
      List<ShellScript> parts,
      List<Redirection> redirections,
      int start,
      int end)
      implements ShellNode {
    public Compound {
      words = List.copyOf(words);
      parts = List.copyOf(parts);
      redirections = List.copyOf(redirections);
    }
  }

  /** What makes commands one. */
  enum Kind {
    SUBSHELL,
    GROUP,
    IF,
    WHILE,
    UNTIL,
    FOR,
    CASE,
    FUNCTION,
    TEST,
    ARITHMETIC
  }

  /** {@code name=value} before a command or alone. */
  record Assignment(String name, ShellWord value, int start, int end) {}

  /**
   * A redirection.
   *
   * @param descriptor the number before the operator, or -1
   * @param operator such as {@code >>} or {@code <<-}
   * @param target the word after it: a file, a descriptor or a heredoc's name
   */
  record Redirection(int descriptor, String operator, ShellWord target) {}
}
