package dev.plimsoll.linter.dockerfile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads the lines of a Dockerfile into parts; a bad line never hides the lines after it. */
final class DockerfileParser {

  private final String text;
  private final Lines lines;
  private final Directives directives = new Directives();
  private final HeredocReader heredocs;
  private final List<Part> parts = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private List<Comment> above = new ArrayList<>();
  private boolean inStage;
  private boolean reportedStage;
  private int line;

  DockerfileParser(String text) {
    this.text = text;
    this.lines = new Lines(text);
    this.heredocs = new HeredocReader(text, lines);
  }

  Dockerfile parse() {
    while (line < lines.count()) {
      int start = Blanks.skipSpace(text, lines.start(line), lines.end(line));
      if (start == lines.end(line)) {
        directives.end();
        parts.add(new Part.Blank(lines.start(line), lines.next(line)));
        checkLength();
        line++;
      } else if (text.charAt(start) == '#') {
        comment(start);
        checkLength();
        line++;
      } else {
        directives.end();
        instruction(start);
      }
    }
    if (parts.stream().noneMatch(Instruction.class::isInstance)) {
      int last = Math.max(1, lines.count());
      problems.add(
          new Problem(
              Problem.Kind.SYNTAX,
              "the file holds no instruction: start with FROM",
              0,
              0,
              last,
              last));
    }
    problems.sort(Comparator.comparingInt(Problem::line));
    return new Dockerfile(text, directives.escape(), parts, problems);
  }

  private void comment(int start) {
    int end = lines.end(line);
    try {
      var directive = directives.read(text, start, end, lines, line);
      if (directive != null) {
        parts.add(directive);
        return;
      }
    } catch (SyntaxException e) {
      report(Problem.Kind.SYNTAX, e, line + 1, line + 1);
    }
    var comment = commentAt(line, start);
    parts.add(comment);
    if (comment.text().isEmpty() && !comment.indented()) {
      above = new ArrayList<>();
    } else {
      above.add(comment);
    }
  }

  private Comment commentAt(int number, int hash) {
    int from = Blanks.skipSpace(text, hash + 1, lines.end(number));
    int to = Blanks.trimEnd(text, from, lines.end(number));
    return new Comment(
        lines.start(number),
        lines.next(number),
        number + 1,
        text.substring(from, to),
        hash > lines.start(number));
  }

  private void instruction(int start) {
    int first = line;
    var inside = new ArrayList<Comment>();
    boolean emptyContinuation = false;
    var joined = new JoinedLine.Builder();
    boolean open = append(joined, start);
    while (open && line < lines.count()) {
      int from = Blanks.skipSpace(text, lines.start(line), lines.end(line));
      if (from == lines.end(line)) {
        emptyContinuation = true;
        checkLength();
        line++;
      } else if (text.charAt(from) == '#') {
        inside.add(commentAt(line, from));
        checkLength();
        line++;
      } else {
        open = append(joined, lines.start(line));
      }
    }
    var logical = joined.build();
    var reader = new InstructionReader(logical, directives.escape());
    var reading = reader.read();
    int lastJoined = line;
    var bodies = new ArrayList<Heredoc>();
    try {
      for (var opening : HeredocFinder.find(logical, reading)) {
        line = heredocs.read(opening, line, bodies);
      }
    } catch (SyntaxException e) {
      line = heredocs.resume(line);
      report(Problem.Kind.SYNTAX, e, first + 1, line);
    }
    for (var error : reader.errors()) {
      report(Problem.Kind.SYNTAX, error, first + 1, lastJoined);
    }
    var instruction =
        new Instruction(
            lines.start(first),
            lines.start(line),
            first + 1,
            line,
            lastJoined,
            reading.keyword(),
            reading.flags(),
            reading.arguments(),
            reading.text(),
            logical,
            bodies,
            above,
            inside,
            emptyContinuation);
    parts.add(instruction);
    above = new ArrayList<>();
    check(instruction);
  }

  /** Appends a line without its continuation character; returns if it had one. */
  private boolean append(JoinedLine.Builder joined, int start) {
    int end = lines.end(line);
    int last = end;
    while (last > start && (text.charAt(last - 1) == ' ' || text.charAt(last - 1) == '\t')) {
      last--;
    }
    char escape = directives.escape();
    boolean continues =
        last > start
            && text.charAt(last - 1) == escape
            && (last - 1 == start || text.charAt(last - 2) != escape);
    joined.append(text, start, continues ? last - 1 : end);
    checkLength();
    line++;
    return continues;
  }

  private void check(Instruction instruction) {
    if (!(instruction.arguments() instanceof Arguments.Unread)
        || !Keywords.known(instruction.name())) {
      try {
        new InstructionCheck(instruction).check();
      } catch (SyntaxException e) {
        report(Problem.Kind.INSTRUCTION, e, instruction.line(), instruction.endLine());
      }
    }
    if (instruction.name().equals("FROM")) {
      inStage = true;
    } else if (!inStage && !reportedStage && !instruction.name().equals("ARG")) {
      reportedStage = true;
      var word = instruction.keyword();
      report(
          Problem.Kind.STAGE,
          new SyntaxException(
              "%s stands before the first FROM, where only ARG may stand".formatted(word.text()),
              word),
          instruction.line(),
          instruction.endLine());
    }
  }

  private void checkLength() {
    if (lines.tooLong(line)) {
      report(
          Problem.Kind.SYNTAX,
          new SyntaxException(
              "the line is longer than the %d bytes that BuildKit reads: split it"
                  .formatted(Lines.LONGEST),
              lines.start(line),
              lines.end(line)),
          line + 1,
          line + 1);
    }
  }

  private void report(Problem.Kind kind, SyntaxException e, int first, int last) {
    problems.add(new Problem(kind, e.text(), e.start(), e.end(), first, last));
  }
}
