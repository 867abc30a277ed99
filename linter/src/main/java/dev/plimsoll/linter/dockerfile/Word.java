package dev.plimsoll.linter.dockerfile;

/**
 * A piece of an instruction as the frontend reads it.
 *
 * @param text the value, without what joins lines; of JSON the decoded string
 * @param start offset of its first character in the file, in UTF-16 units
 * @param end offset just after its last character
 */
public record Word(String text, int start, int end) {}
