package dev.plimsoll.document;

import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Says what is wrong with a YAML text in words for its author. */
final class YamlProblems {

  private YamlProblems() {}

  static Problem of(YamlEngineException error, Source source, CodePoints offsets) {
    if (error instanceof MarkedYamlEngineException marked) {
      return marked(marked, source, offsets);
    }
    if (error instanceof ReaderException reader) {
      var message =
          "the character U+%04X is not allowed in YAML: delete it, or write \"\\u%04x\" in double quotes"
              .formatted(reader.getCodePoint(), reader.getCodePoint());
      return at(source, offsets.offset(reader.getPosition()), message);
    }
    return at(source, offsets.offset(0), "this is not YAML: " + error.getMessage());
  }

  private static Problem marked(
      MarkedYamlEngineException error, Source source, CodePoints offsets) {
    int problem = error.getProblemMark().map(mark -> offsets.offset(mark.getIndex())).orElse(0);
    int context =
        error.getContextMark().map(mark -> offsets.offset(mark.getIndex())).orElse(problem);
    var what = error.getProblem() == null ? "" : error.getProblem();
    var during = error.getContext() == null ? "" : error.getContext();
    String text = source.text();

    if (problem < text.length() && text.charAt(problem) == '\t' || what.contains("after \\t")) {
      return at(
          source, problem, "a tab stands in the indentation; YAML allows only spaces: replace it");
    }
    if (during.contains("quoted scalar") && what.contains("unexpected")) {
      return at(
          source,
          context,
          "the quote %s opened here is never closed: add the closing one"
              .formatted(text.charAt(context)));
    }
    if (what.startsWith("found unknown escape character")) {
      return at(
          source,
          problem,
          "\"\\%s\" is no escape in double quotes: double the backslash, or use single quotes"
              .formatted(problem < text.length() ? text.substring(problem, problem + 1) : ""));
    }
    if (what.startsWith("mapping values are not allowed")) {
      return at(
          source,
          problem,
          "a \":\" stands where no key can be: quote the value if it belongs to it, or mend the"
              + " indentation");
    }
    if (what.startsWith("could not find expected ':'")) {
      return at(source, context, "this line is no \"key: value\": the \":\" is missing");
    }
    if (what.contains("that cannot start any token")) {
      return at(
          source,
          problem,
          "a value cannot start with \"%s\": put it in quotes".formatted(text.charAt(problem)));
    }
    if (during.contains("flow") && what.startsWith("expected")) {
      return at(
          source,
          context,
          "the \"%s\" opened here is not closed, or a comma is missing on line %d"
              .formatted(text.charAt(context), source.lineOf(problem)));
    }
    if (what.startsWith("expected <block end>")) {
      return at(
          source,
          problem,
          "this doesn't fit what started on line %d: mend the indentation, or quote the value"
              .formatted(source.lineOf(context)));
    }
    if (what.startsWith("sequence entries are not allowed")) {
      return at(
          source, problem, "a list item (\"- \") cannot stand here: put it on a line of its own");
    }
    if (problem >= text.length() && problem > 0) {
      return at(source, context, "the text ends in the middle of what starts here");
    }
    return at(source, problem, "this is not YAML: " + (during + ", " + what).strip());
  }

  private static Problem at(Source source, int offset, String message) {
    int start = Math.min(offset, source.text().length());
    var span = source.span(start, endOfLine(source.text(), start));
    return new Problem(Problem.Kind.UNREADABLE, message, span);
  }

  static String tooDeep() {
    return "nested deeper than %,d levels: no Kubernetes object is".formatted(YamlParse.DEEPEST);
  }

  static int endOfLine(String text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    while (end > start + 1 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }
}
