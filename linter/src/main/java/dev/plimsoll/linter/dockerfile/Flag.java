package dev.plimsoll.linter.dockerfile;

import org.jspecify.annotations.Nullable;

/**
 * A flag of an instruction, such as {@code --from=build}.
 *
 * @param word the whole flag without its quotes
 * @param name what stands between the dashes and the equals sign
 * @param value what follows the equals sign; null if there is none
 */
public record Flag(Word word, String name, @Nullable Word value) {}
