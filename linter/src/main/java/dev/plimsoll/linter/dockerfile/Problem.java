package dev.plimsoll.linter.dockerfile;

/**
 * Something that BuildKit would refuse.
 *
 * @param message what is wrong, with the value quoted, and what to do
 * @param start offset of the guilty text
 * @param end offset just after it
 * @param line first line of the instruction that holds it, counted from 1
 * @param endLine last line of that instruction
 */
public record Problem(Kind kind, String message, int start, int end, int line, int endLine) {

  /** The step at which BuildKit would stop. */
  public enum Kind {
    /** The lines don't make an instruction. */
    SYNTAX,
    /** The instruction does not exist or does not take these flags or arguments. */
    INSTRUCTION,
    /** The instruction stands outside a build stage. */
    STAGE
  }
}
