package dev.plimsoll.linter.shell;

import java.util.List;

/**
 * A script or a part of one.
 *
 * @param steps its commands in order
 * @param complete whether every quote and bracket in it is closed
 */
public record ShellScript(List<Step> steps, boolean complete) {

  public ShellScript {
    steps = List.copyOf(steps);
  }

  /** A command with what stands between it and the one before. */
  public record Step(Connector connector, ShellNode node) {}

  /** What decides whether a command runs after the one before it. */
  public enum Connector {
    /** {@code ;}, a line's end, or nothing before it: always. */
    ALWAYS,
    /** {@code &&}: when the one before succeeded. */
    AND,
    /** {@code ||}: when the one before failed. */
    OR,
    /** {@code &}: at once. */
    BACKGROUND
  }
}
