package dev.plimsoll.linter.cli;

import dev.plimsoll.cel.KubernetesVersion;
import dev.plimsoll.linter.rules.Spelling;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;

/** Options that several commands have. */
final class CliOptions {

  private static final String REPEATABLE = " Repeatable.";

  private CliOptions() {}

  static Option value(String name, String argument, String description) {
    return Option.builder().longOpt(name).hasArg().argName(argument).desc(description).get();
  }

  static Option values(String name, String argument, String description) {
    return value(name, argument, description + REPEATABLE);
  }

  static boolean isRepeatable(Option option) {
    return option.getDescription().endsWith(REPEATABLE);
  }

  static Option flag(String name, String description) {
    return Option.builder().longOpt(name).desc(description).get();
  }

  static Option kubernetes() {
    return value(
        "kubernetes",
        "1.NN",
        "The version of Kubernetes whose CEL environment to use (default %s)."
            .formatted(KubernetesVersion.LATEST));
  }

  static KubernetesVersion kubernetes(CommandLine arguments) throws UsageException {
    var text = arguments.getOptionValue("kubernetes");
    try {
      return text == null ? KubernetesVersion.LATEST : KubernetesVersion.parse(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()).replaceFirst("\\.$", ""));
    }
  }

  /** Returns an option's value, which must be one of a few words; the first is the default. */
  static String choice(CommandLine arguments, String name, List<String> words)
      throws UsageException {
    var word = arguments.getOptionValue(name);
    if (word == null) {
      return words.getFirst();
    }
    if (!words.contains(word)) {
      throw new UsageException(
          "--%s cannot be \"%s\"%s: it is one of %s"
              .formatted(name, word, Spelling.didYouMean(word, words), String.join(", ", words)));
    }
    return word;
  }
}
