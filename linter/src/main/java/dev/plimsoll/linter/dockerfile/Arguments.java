package dev.plimsoll.linter.dockerfile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What follows an instruction's keyword and flags, by the form it has. */
public sealed interface Arguments {

  /** Nothing. */
  record None() implements Arguments {}

  /** One text to the end of the instruction: the shell form of RUN, the path of WORKDIR. */
  record Text(Word word) implements Arguments {}

  /** A JSON array of strings: the exec form. */
  record Json(List<Word> words, int start, int end) implements Arguments {
    public Json {
      words = List.copyOf(words);
    }
  }

  /**
   * Words between blanks, quotes and escapes as written: of FROM, COPY, ADD, ARG, EXPOSE, VOLUME.
   */
  record Words(List<Word> words) implements Arguments {
    public Words {
      words = List.copyOf(words);
    }
  }

  /** Names with values, of ENV and LABEL. */
  record Pairs(List<Pair> pairs) implements Arguments {
    public Pairs {
      pairs = List.copyOf(pairs);
    }
  }

  /**
   * The arguments of HEALTHCHECK.
   *
   * @param command {@link Text}, {@link Json} or {@link None}
   */
  record Health(Word type, Arguments command) implements Arguments {}

  /** The instruction that ONBUILD puts off. */
  record Trigger(Instruction instruction) implements Arguments {}

  /** What can't be read: after an unknown keyword, or with an error that has been reported. */
  record Unread(@Nullable Word word) implements Arguments {}
}
