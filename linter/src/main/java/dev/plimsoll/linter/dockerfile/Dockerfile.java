package dev.plimsoll.linter.dockerfile;

import java.util.List;
import java.util.stream.Stream;

/**
 * A parsed Dockerfile.
 *
 * @param text the whole file
 * @param escape the character that joins lines and escapes: {@code \} or {@code `}
 * @param parts all its lines in order
 * @param problems what BuildKit would refuse, in file order; the parts around them are read all the
 *     same
 */
public record Dockerfile(String text, char escape, List<Part> parts, List<Problem> problems) {

  public Dockerfile {
    parts = List.copyOf(parts);
    problems = List.copyOf(problems);
  }

  /** Parses the text of a Dockerfile; a byte order mark may stand first. */
  public static Dockerfile parse(String text) {
    return new DockerfileParser(text).parse();
  }

  /** Returns the instructions in file order. */
  public List<Instruction> instructions() {
    return only(Instruction.class);
  }

  /** Returns the parser directives in file order. */
  public List<Directive> directives() {
    return only(Directive.class);
  }

  /** Returns all comments in file order, those between an instruction's lines included. */
  public List<Comment> comments() {
    return parts.stream()
        .flatMap(
            part ->
                switch (part) {
                  case Comment comment -> Stream.of(comment);
                  case Instruction instruction -> instruction.inside().stream();
                  case Directive directive -> Stream.<Comment>empty();
                  case Part.Blank blank -> Stream.<Comment>empty();
                })
        .toList();
  }

  /** Prints the file back from its parts; the same text, always. */
  public String print() {
    var out = new StringBuilder(text.length());
    int mark = parts.isEmpty() ? text.length() : parts.getFirst().start();
    out.append(text, 0, mark);
    for (var part : parts) {
      out.append(text, part.start(), part.end());
    }
    return out.toString();
  }

  private <T extends Part> List<T> only(Class<T> type) {
    return parts.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
