package dev.plimsoll.linter.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The operands of an instruction, whatever its form. */
public final class Operands {

  private Operands() {}

  /** Returns the words; of a text the whole, of ENV and LABEL none. */
  public static List<Word> words(Instruction instruction) {
    return words(instruction.arguments());
  }

  static List<Word> words(Arguments arguments) {
    return switch (arguments) {
      case Arguments.Words(List<Word> words) -> words;
      case Arguments.Json json -> json.words();
      case Arguments.Text(Word word) -> List.of(word);
      case Arguments.Health health -> words(health.command());
      case Arguments.Unread(Word word) -> word == null ? List.of() : List.of(word);
      case Arguments.None none -> List.of();
      case Arguments.Pairs pairs -> List.of();
      case Arguments.Trigger trigger -> List.of();
    };
  }

  /** Returns the pairs of ENV, LABEL and ARG; an ARG without a value has an empty one. */
  public static List<Pair> pairs(Instruction instruction) {
    if (instruction.arguments() instanceof Arguments.Pairs(List<Pair> pairs)) {
      return pairs;
    }
    if (!instruction.name().equals("ARG")) {
      return List.of();
    }
    return words(instruction).stream().map(Operands::pair).toList();
  }

  /** Splits {@code name=value}; the value of a name alone is empty and stands at its end. */
  static Pair pair(Word word) {
    int equals = word.text().indexOf('=');
    if (equals < 0) {
      return new Pair(word, new Word("", word.end(), word.end()), false);
    }
    // Lines joined within a name are too rare to look for the exact place.
    int sign = Math.min(word.start() + equals, word.end());
    return new Pair(
        new Word(word.text().substring(0, equals), word.start(), sign),
        new Word(word.text().substring(equals + 1), Math.min(sign + 1, word.end()), word.end()),
        false);
  }

  /** Returns the stages or images that an instruction copies or mounts from, as named. */
  public static List<String> sources(Instruction instruction) {
    var sources = new ArrayList<String>();
    if (instruction.name().equals("COPY")) {
      instruction.flagValue("from").map(Word::text).ifPresent(sources::add);
    } else if (instruction.name().equals("RUN")) {
      for (var flag : instruction.flags()) {
        if (flag.name().equals("mount") && flag.value() != null) {
          mountSource(flag.value(), sources);
        }
      }
    }
    return sources;
  }

  private static void mountSource(Word value, List<String> sources) {
    for (var field : value.text().split(",", -1)) {
      if (field.toLowerCase(Locale.ROOT).startsWith("from=")) {
        sources.add(field.substring("from=".length()));
      }
    }
  }
}
