package dev.plimsoll.linter.dockerfile;

/**
 * A comment line.
 *
 * @param line its line, counted from 1
 * @param text what follows the {@code #}, trimmed
 * @param indented whether blanks stand before the {@code #}
 */
public record Comment(int start, int end, int line, String text, boolean indented)
    implements Part {}
