package dev.plimsoll.linter.dockerfile;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An instruction with its flags, arguments and heredocs.
 *
 * @param start offset of its first line; of ONBUILD's inner instruction, of its keyword
 * @param end offset just after its last line
 * @param line first line, counted from 1
 * @param endLine last line, that of the last heredoc's end included
 * @param lastJoinedLine last line before the heredocs
 * @param keyword the first word as written; empty if there is none
 * @param text keyword, flags and arguments as one line, lines joined
 * @param joined the whole line, which knows where each character of {@code text} stands
 * @param above the comments just above it that BuildKit counts as its own
 * @param inside the comments between its lines
 * @param emptyContinuation whether a blank line stands among its joined lines
 */
public record Instruction(
    int start,
    int end,
    int line,
    int endLine,
    int lastJoinedLine,
    Word keyword,
    List<Flag> flags,
    Arguments arguments,
    Word text,
    JoinedLine joined,
    List<Heredoc> heredocs,
    List<Comment> above,
    List<Comment> inside,
    boolean emptyContinuation)
    implements Part {

  public Instruction {
    flags = List.copyOf(flags);
    heredocs = List.copyOf(heredocs);
    above = List.copyOf(above);
    inside = List.copyOf(inside);
  }

  /** Returns the keyword in upper case. */
  public String name() {
    return keyword.text().toUpperCase(Locale.ROOT);
  }

  /** Returns the first flag of a name. */
  public Optional<Flag> flag(String name) {
    return flags.stream().filter(flag -> flag.name().equals(name)).findFirst();
  }

  /** Returns the value of the first flag of a name; nothing if it has none. */
  public Optional<Word> flagValue(String name) {
    return flag(name).map(Flag::value);
  }
}
