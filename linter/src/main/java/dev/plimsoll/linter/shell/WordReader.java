package dev.plimsoll.linter.shell;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one word of a script: quotes, escapes, variables and substitutions. */
final class WordReader {

  private static final String ENDS_WORD = " \t\r\n;&|<>()";

  private final ShellLexer lexer;
  private final String text;

  WordReader(ShellLexer lexer) {
    this.lexer = lexer;
    this.text = lexer.text;
  }

  /** A word under construction. */
  private static final class Draft {
    final StringBuilder value = new StringBuilder();
    final List<ShellScript> scripts = new ArrayList<>();
    boolean constant = true;
    boolean quoted;
  }

  @Nullable ShellWord read() {
    int start = lexer.at;
    var draft = new Draft();
    while (!lexer.atEnd()) {
      char c = text.charAt(lexer.at);
      if ((c == '<' || c == '>') && text.startsWith("(", lexer.at + 1)) {
        substitution(draft, 2);
      } else if (c == '(' && lexer.at > start && "@?*+!".indexOf(text.charAt(lexer.at - 1)) >= 0) {
        glob(draft);
      } else if (ENDS_WORD.indexOf(c) >= 0) {
        break;
      } else if (c == '\\') {
        escape(draft);
      } else if (c == '\'') {
        single(draft, false);
      } else if (c == '"') {
        lexer.at++;
        dquoted(draft);
      } else if (c == '$') {
        dollar(draft, false);
      } else if (c == '`') {
        backticks(draft);
      } else {
        draft.value.append(c);
        lexer.at++;
      }
    }
    if (lexer.at == start) {
      return null;
    }
    return new ShellWord(
        draft.value.toString(),
        draft.constant,
        draft.quoted,
        lexer.offset(start),
        lexer.endOffset(lexer.at),
        draft.scripts);
  }

  private void escape(Draft draft) {
    lexer.at++;
    if (lexer.atEnd()) {
      draft.value.append('\\');
      return;
    }
    char c = text.charAt(lexer.at++);
    if (c != '\n') {
      draft.value.append(c);
      draft.quoted = true;
    }
  }

  /** Reads {@code '…'} or, with escapes, {@code $'…'}. */
  private void single(Draft draft, boolean escapes) {
    draft.quoted = true;
    lexer.at++;
    while (!lexer.atEnd()) {
      char c = text.charAt(lexer.at++);
      if (c == '\'') {
        return;
      }
      if (c == '\\' && escapes && !lexer.atEnd()) {
        draft.value.append(c);
        c = text.charAt(lexer.at++);
      }
      draft.value.append(c);
    }
    lexer.open();
  }

  private void dquoted(Draft draft) {
    draft.quoted = true;
    while (!lexer.atEnd()) {
      char c = text.charAt(lexer.at);
      if (c == '"') {
        lexer.at++;
        return;
      }
      if (c == '$') {
        dollar(draft, true);
      } else if (c == '`') {
        backticks(draft);
      } else if (c == '\\' && lexer.at + 1 < text.length()) {
        char next = text.charAt(lexer.at + 1);
        lexer.at += 2;
        if (next != '\n') {
          draft.value.append("\"$`\\".indexOf(next) >= 0 ? "" : "\\").append(next);
        }
      } else {
        draft.value.append(c);
        lexer.at++;
      }
    }
    lexer.open();
  }

  private void dollar(Draft draft, boolean inQuotes) {
    char next = lexer.at + 1 < text.length() ? text.charAt(lexer.at + 1) : ' ';
    int start = lexer.at;
    if (next == '(') {
      lexer.at++;
      boolean arithmetic = lexer.startsWith("((") && lexer.takeArithmetic();
      lexer.at = arithmetic ? lexer.at : start;
      if (arithmetic) {
        draft.constant = false;
        draft.value.append(text, start, lexer.at);
      } else {
        substitution(draft, 2);
      }
    } else if (next == '{') {
      draft.constant = false;
      braces(draft);
    } else if (next == '\'' && !inQuotes) {
      lexer.at++;
      single(draft, true);
    } else if (next == '"' && !inQuotes) {
      lexer.at += 2;
      dquoted(draft);
    } else {
      draft.constant &= !(Character.isLetterOrDigit(next) || "_@*#?-$!".indexOf(next) >= 0);
      draft.value.append('$');
      lexer.at++;
    }
  }

  /** Reads {@code ${…}}; what stands in it may hold quotes and substitutions. */
  private void braces(Draft draft) {
    int start = lexer.at;
    lexer.at += 2;
    if (!lexer.deeper()) {
      return;
    }
    var inner = new Draft();
    while (!lexer.atEnd()) {
      char c = text.charAt(lexer.at);
      if (c == '}') {
        lexer.at++;
        lexer.shallower();
        draft.value.append(text, start, lexer.at);
        draft.scripts.addAll(inner.scripts);
        return;
      }
      switch (c) {
        case '\\' -> lexer.at = Math.min(text.length(), lexer.at + 2);
        case '\'' -> single(inner, false);
        case '"' -> {
          lexer.at++;
          dquoted(inner);
        }
        case '$' -> dollar(inner, false);
        case '`' -> backticks(inner);
        default -> lexer.at++;
      }
    }
    lexer.shallower();
    lexer.open();
    draft.value.append(text, start, text.length());
  }

  private void substitution(Draft draft, int opening) {
    int start = lexer.at;
    lexer.at += opening;
    draft.constant = false;
    if (lexer.deeper()) {
      draft.scripts.add(ShellReader.untilBracket(lexer));
      lexer.shallower();
    }
    draft.value.append(text, start, Math.min(lexer.at, text.length()));
  }

  private void backticks(Draft draft) {
    int start = lexer.at;
    int end = start + 1;
    while (end < text.length() && text.charAt(end) != '`') {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    end = Math.min(end, text.length());
    draft.constant = false;
    int from = start + 1;
    if (lexer.deeper()) {
      String inner = text.substring(from, end).replace("\\`", " `");
      draft.scripts.add(ShellReader.read(inner, index -> lexer.offset(from + index)));
      lexer.shallower();
    }
    if (end == text.length()) {
      lexer.open();
    }
    lexer.at = Math.min(end + 1, text.length());
    draft.value.append(text, start, lexer.at);
  }

  private void glob(Draft draft) {
    int start = lexer.at;
    int open = 0;
    while (!lexer.atEnd()) {
      char c = text.charAt(lexer.at++);
      open += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (open == 0) {
        draft.value.append(text, start, lexer.at);
        return;
      }
    }
    lexer.open();
    draft.value.append(text, start, text.length());
  }
}
