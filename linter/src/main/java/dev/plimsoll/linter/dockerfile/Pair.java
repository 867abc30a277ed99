package dev.plimsoll.linter.dockerfile;

/**
 * A name with its value, of ENV or LABEL, quotes and variables as written.
 *
 * @param legacy whether a blank stands between them, as in {@code ENV name value}
 */
public record Pair(Word name, Word value, boolean legacy) {}
