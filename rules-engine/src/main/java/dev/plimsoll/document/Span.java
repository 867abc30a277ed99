package dev.plimsoll.document;

/**
 * A place in a text: from its first character up to, and not including, its end.
 *
 * @param line first line, counted from 1
 * @param column first column, counted from 1 in code points
 * @param endLine line of the end
 * @param endColumn column just after the last character
 */
public record Span(int line, int column, int endLine, int endColumn) {}
