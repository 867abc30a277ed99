package dev.plimsoll.linter.source;

import java.nio.file.Path;

/**
 * A file to lint.
 *
 * @param name how its user names it: relative to the working directory where that contains it, with
 *     slashes
 * @param path where it is
 * @param named whether the user named it, rather than a folder or pattern that it is in
 */
public record SourceFile(String name, Path path, boolean named) {}
