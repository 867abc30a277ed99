package dev.plimsoll.linter.dockerfile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the bodies of heredocs from the lines after an instruction. */
final class HeredocReader {

  private final String text;
  private final Lines lines;

  /** The last line that could end a heredoc of a name; filled when the first one is not ended. */
  private final Map<String, Integer> lastEnds = new HashMap<>();

  HeredocReader(String text, Lines lines) {
    this.text = text;
    this.lines = lines;
  }

  /**
   * @param line the first line of the body
   * @param found receives the heredoc
   * @return the line after the one that ends it
   * @throws SyntaxException if no line ends it
   */
  int read(HeredocFinder.Opening opening, int line, List<Heredoc> found) throws SyntaxException {
    int last = line;
    boolean hopeless = !lastEnds.isEmpty() && lastEnds.getOrDefault(opening.name(), -1) < line;
    while (!hopeless && last < lines.count() && !ends(opening, last)) {
      last++;
    }
    if (hopeless || last == lines.count()) {
      rememberEnds();
      throw new SyntaxException(
          "the heredoc '%s' is not ended: a line with %s alone is missing"
              .formatted(opening.operator().text(), opening.name()),
          opening.operator());
    }
    int start = lines.start(line);
    int end = lines.start(last);
    found.add(
        new Heredoc(
            opening.operator(),
            opening.name(),
            opening.expand(),
            opening.chomp(),
            opening.fileDescriptor(),
            new Word(text.substring(start, end), start, end)));
    return last + 1;
  }

  /** Returns the first line from here on that looks like the next instruction. */
  int resume(int line) {
    int at = line;
    while (at < lines.count() && !startsInstruction(at)) {
      at++;
    }
    return at;
  }

  private boolean startsInstruction(int line) {
    int end = lines.start(line);
    while (end < lines.end(line) && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return end > lines.start(line)
        && end < lines.end(line)
        && Blanks.separates(text.charAt(end))
        && Keywords.known(text.substring(lines.start(line), end));
  }

  private boolean ends(HeredocFinder.Opening opening, int line) {
    int start = lines.start(line);
    int end = lines.end(line);
    while (opening.chomp() && start < end && text.charAt(start) == '\t') {
      start++;
    }
    return end - start == opening.name().length() && text.startsWith(opening.name(), start);
  }

  private void rememberEnds() {
    if (!lastEnds.isEmpty()) {
      return;
    }
    lastEnds.put("", -1);
    for (int line = 0; line < lines.count(); line++) {
      int start = lines.start(line);
      int end = lines.end(line);
      lastEnds.put(text.substring(start, end), line);
      while (start < end && text.charAt(start) == '\t') {
        start++;
      }
      lastEnds.put(text.substring(start, end), line);
    }
  }
}
