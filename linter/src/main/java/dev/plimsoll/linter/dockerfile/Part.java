package dev.plimsoll.linter.dockerfile;

/** Whole lines of a Dockerfile; the parts of a file follow each other without a gap. */
public sealed interface Part permits Part.Blank, Comment, Directive, Instruction {

  /** Returns the offset of the part's first line. */
  int start();

  /** Returns the offset just after the line break of its last line. */
  int end();

  /** A line without content. */
  record Blank(int start, int end) implements Part {}
}
