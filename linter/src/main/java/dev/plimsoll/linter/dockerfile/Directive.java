package dev.plimsoll.linter.dockerfile;

/**
 * A parser directive: {@code # name=value} at the top of the file.
 *
 * @param name {@code syntax}, {@code escape} or {@code check}
 */
public record Directive(int start, int end, int line, String name, Word value) implements Part {}
