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
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the commands of a script, from left to right, each character once. */
public final class ShellReader {

  private static final Set<String> CLOSERS =
      Set.of("then", "elif", "else", "fi", "do", "done", "esac", "}", ";;");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final ShellLexer lexer;

  private ShellReader(ShellLexer lexer) {
    this.lexer = lexer;
  }

  /**
   * Reads a script.
   *
   * @param offset where in the file a character of the text stands
   */
  public static ShellScript read(String text, IntUnaryOperator offset) {
    var lexer = new ShellLexer(text, offset);
    return new ShellReader(lexer).script();
  }

  /** Reads to the end; what can't stand where it stands is passed over. */
  private ShellScript script() {
    var steps = new ArrayList<Step>();
    while (true) {
      steps(steps, Set.of());
      if (lexer.atEnd()) {
        return new ShellScript(steps, lexer.complete());
      }
      lexer.passOver();
    }
  }

  /** Reads the script of a substitution up to its closing bracket, which is passed over. */
  static ShellScript untilBracket(ShellLexer lexer) {
    var reader = new ShellReader(lexer);
    var steps = new ArrayList<Step>();
    while (true) {
      reader.steps(steps, Set.of());
      if (lexer.take(")")) {
        return new ShellScript(steps, true);
      }
      if (lexer.atEnd()) {
        lexer.open();
        return new ShellScript(steps, false);
      }
      lexer.passOver();
    }
  }

  private ShellScript part(Set<String> closers) {
    var steps = new ArrayList<Step>();
    if (lexer.deeper()) {
      steps(steps, closers);
      lexer.shallower();
    }
    return new ShellScript(steps, true);
  }

  /** Reads commands up to a word that closes an outer one, or something that starts none. */
  private void steps(List<Step> steps, Set<String> closers) {
    var connector = Connector.ALWAYS;
    while (true) {
      lexer.skipSpace(true);
      String closer = lexer.peekAny(CLOSERS);
      if (closer != null && (closers.contains(closer) || !closers.isEmpty())) {
        return;
      }
      var node = pipeline();
      if (node == null) {
        return;
      }
      steps.add(new Step(connector, node));
      lexer.skipSpace(false);
      if (lexer.take("&&")) {
        connector = Connector.AND;
      } else if (lexer.take("||")) {
        connector = Connector.OR;
      } else if (lexer.startsWith(";;")) {
        return;
      } else if (lexer.take(";") || lexer.takeLineEnd()) {
        connector = Connector.ALWAYS;
      } else if (lexer.take("&")) {
        connector = Connector.BACKGROUND;
      } else {
        return;
      }
    }
  }

  private @Nullable ShellNode pipeline() {
    int start = lexer.offset();
    boolean negated = lexer.takeWord("!");
    if (lexer.takeWord("time")) {
      lexer.takeWord("-p");
    }
    var commands = new ArrayList<ShellNode>();
    do {
      lexer.skipSpace(!commands.isEmpty());
      var command = command();
      if (command == null) {
        break;
      }
      commands.add(command);
      lexer.skipSpace(false);
    } while (!lexer.startsWith("||") && (lexer.take("|&") || lexer.take("|")));
    if (commands.isEmpty()) {
      return null;
    }
    return commands.size() == 1 && !negated
        ? commands.getFirst()
        : new Pipeline(negated, commands, start, commands.getLast().end());
  }

  private @Nullable ShellNode command() {
    int start = lexer.offset();
    if (lexer.startsWith("((") && lexer.takeArithmetic()) {
      return compound(Kind.ARITHMETIC, List.of(), List.of(), start);
    }
    if (lexer.take("(")) {
      if (!lexer.deeper()) {
        return null;
      }
      var body = untilBracket(lexer);
      lexer.shallower();
      return compound(Kind.SUBSHELL, List.of(), List.of(body), start);
    }
    if (lexer.takeWord("{")) {
      var body = part(Set.of("}"));
      close("}");
      return compound(Kind.GROUP, List.of(), List.of(body), start);
    }
    if (lexer.takeWord("if")) {
      return ifCommand(start);
    }
    if (lexer.takeWord("while")) {
      return loop(Kind.WHILE, List.of(), start);
    }
    if (lexer.takeWord("until")) {
      return loop(Kind.UNTIL, List.of(), start);
    }
    if (lexer.takeWord("for") || lexer.takeWord("select")) {
      return forCommand(start);
    }
    if (lexer.takeWord("case")) {
      return caseCommand(start);
    }
    if (lexer.takeWord("function")) {
      lexer.skipSpace(false);
      var name = lexer.word();
      return name == null ? null : function(name, start);
    }
    if (lexer.takeWord("[[")) {
      return test(start);
    }
    return simple();
  }

  private ShellNode ifCommand(int start) {
    var parts = new ArrayList<ShellScript>();
    do {
      parts.add(part(Set.of("then")));
      close("then");
      parts.add(part(Set.of("elif", "else", "fi")));
    } while (lexer.takeWord("elif"));
    if (lexer.takeWord("else")) {
      parts.add(part(Set.of("fi")));
    }
    close("fi");
    return compound(Kind.IF, List.of(), parts, start);
  }

  private ShellNode loop(Kind kind, List<ShellWord> words, int start) {
    var parts = new ArrayList<ShellScript>();
    if (kind != Kind.FOR) {
      parts.add(part(Set.of("do")));
    }
    lexer.skipSpace(true);
    boolean braces = lexer.takeWord("{");
    if (!braces) {
      close("do");
    }
    parts.add(part(Set.of(braces ? "}" : "done")));
    close(braces ? "}" : "done");
    return compound(kind, words, parts, start);
  }

  private ShellNode forCommand(int start) {
    var words = new ArrayList<ShellWord>();
    lexer.skipSpace(false);
    if (lexer.startsWith("((") && lexer.takeArithmetic()) {
      lexer.skipSpace(false);
      lexer.take(";");
    } else {
      addWords(words);
      lexer.take(";");
    }
    return loop(Kind.FOR, words, start);
  }

  private void addWords(List<ShellWord> words) {
    lexer.skipSpace(false);
    var word = lexer.word();
    while (word != null) {
      words.add(word);
      lexer.skipSpace(false);
      word = lexer.word();
    }
  }

  private ShellNode caseCommand(int start) {
    var words = new ArrayList<ShellWord>();
    var parts = new ArrayList<ShellScript>();
    lexer.skipSpace(false);
    var subject = lexer.word();
    if (subject != null) {
      words.add(subject);
    }
    lexer.skipSpace(true);
    lexer.takeWord("in");
    while (true) {
      lexer.skipSpace(true);
      if (lexer.takeWord("esac") || lexer.atEnd()) {
        break;
      }
      int before = lexer.position();
      lexer.take("(");
      do {
        addWords(words);
      } while (lexer.take("|"));
      if (lexer.take(")")) {
        parts.add(part(Set.of(";;", "esac")));
        lexer.skipSpace(true);
        if (!lexer.take(";;&")) {
          if (!lexer.take(";;")) {
            lexer.take(";&");
          }
        }
      }
      if (lexer.position() == before) {
        break;
      }
    }
    return compound(Kind.CASE, words, parts, start);
  }

  private ShellNode function(ShellWord name, int start) {
    lexer.skipSpace(false);
    if (lexer.take("(")) {
      lexer.skipSpace(false);
      lexer.take(")");
    }
    lexer.skipSpace(true);
    if (!lexer.deeper()) {
      return compound(Kind.FUNCTION, List.of(name), List.of(), start);
    }
    var body = command();
    lexer.shallower();
    var steps = body == null ? List.<Step>of() : List.of(new Step(Connector.ALWAYS, body));
    return new Compound(
        Kind.FUNCTION,
        List.of(name),
        List.of(new ShellScript(steps, true)),
        List.of(),
        start,
        lexer.offset());
  }

  private ShellNode test(int start) {
    var words = new ArrayList<ShellWord>();
    while (!lexer.atEnd()) {
      lexer.skipSpace(true);
      if (lexer.takeWord("]]")) {
        break;
      }
      var word = lexer.word();
      if (word == null) {
        lexer.passOver();
      } else {
        words.add(word);
      }
    }
    return compound(Kind.TEST, words, List.of(), start);
  }

  private @Nullable ShellNode simple() {
    int start = lexer.offset();
    int end = start;
    var assignments = new ArrayList<Assignment>();
    var words = new ArrayList<ShellWord>();
    var redirections = new ArrayList<Redirection>();
    while (true) {
      lexer.skipSpace(false);
      if (words.isEmpty()) {
        var assignment = lexer.assignment();
        if (assignment != null) {
          assignments.add(assignment);
          end = assignment.end();
          continue;
        }
      }
      var redirection = lexer.redirection();
      if (redirection != null) {
        redirections.add(redirection);
        end = redirection.target().end();
        continue;
      }
      var word = lexer.word();
      if (word == null) {
        break;
      }
      words.add(word);
      end = word.end();
      if (words.size() == 1 && definesFunction(word)) {
        return function(word, start);
      }
    }
    if (assignments.isEmpty() && words.isEmpty() && redirections.isEmpty()) {
      return null;
    }
    return new Simple(assignments, words, redirections, start, end);
  }

  private boolean definesFunction(ShellWord word) {
    return !word.quoted() && NAME.matcher(word.text()).matches() && lexer.startsEmptyBrackets();
  }

  private Compound compound(Kind kind, List<ShellWord> words, List<ShellScript> parts, int start) {
    int end = lexer.lastOffset();
    var redirections = new ArrayList<Redirection>();
    lexer.skipSpace(false);
    var redirection = lexer.redirection();
    while (redirection != null) {
      redirections.add(redirection);
      end = redirection.target().end();
      lexer.skipSpace(false);
      redirection = lexer.redirection();
    }
    return new Compound(kind, words, parts, redirections, start, end);
  }

  private void close(String word) {
    lexer.skipSpace(true);
    if (!lexer.takeWord(word)) {
      lexer.open();
    }
  }
}
