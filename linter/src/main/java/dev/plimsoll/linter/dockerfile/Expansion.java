package dev.plimsoll.linter.dockerfile;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A word after its variables were replaced and its quotes taken off.
 *
 * @param text the whole result
 * @param words the result split at unquoted blanks
 * @param used the variables that had a value, in order of use
 * @param undefined the variables asked for that had none
 */
public record Expansion(String text, List<String> words, Set<String> used, Set<String> undefined) {

  /** How quotes, escapes and unset variables are treated. */
  enum Mode {
    /** Quotes and escapes are taken off, an unset variable is empty. */
    VALUE,
    /** Quotes and escapes are taken off, an unset variable stays as written. */
    KEEP_UNSET,
    /** Like {@link #KEEP_UNSET}, and quotes stay. */
    KEEP_QUOTES,
    /** Everything stays as written; only the split into words counts. */
    KEEP_ALL,
    /** Of a heredoc's body: quotes mean nothing. */
    BODY;

    boolean keepsQuotes() {
      return this == KEEP_QUOTES || this == KEEP_ALL;
    }

    boolean keepsEscapes() {
      return this == KEEP_ALL;
    }

    boolean keepsUnset() {
      return this != VALUE && this != BODY;
    }
  }

  /**
   * Expands a word as the instructions do: {@code $name}, {@code ${name}} and the modifiers {@code
   * :- - :+ + :? ? # ## % %% / //}.
   *
   * @param escape the Dockerfile's escape character
   * @param variables the value of a name, or null
   * @throws ExpansionException where BuildKit refuses the word
   */
  public static Expansion of(String word, char escape, Function<String, @Nullable String> variables)
      throws ExpansionException {
    return new Expander(word, escape, Mode.VALUE, variables).expand();
  }
}
