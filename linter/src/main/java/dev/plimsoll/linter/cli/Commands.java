package dev.plimsoll.linter.cli;

import dev.plimsoll.linter.rules.Spelling;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;

/** Finds the command that a user names, and runs it. */
public final class Commands {

  private static final List<String> ELSEWHERE = List.of("serve", "certs", "demo");

  private Commands() {}

  private static List<Command> all() {
    return List.of(
        new LintCommand(),
        new ReviewCommand(),
        new AdmitCommand(),
        new EvalCommand(),
        new RulesCommand(),
        new ExplainCommand());
  }

  /**
   * Runs a command.
   *
   * @param arguments its name first
   * @return the exit code: 0 clean, 1 something found, 2 could not be done
   */
  public static int run(List<String> arguments, Terminal terminal) {
    if (arguments.isEmpty()) {
      terminal.err().print(Help.of(all()));
      return Command.FAILED;
    }
    var word = arguments.getFirst();
    if (Stream.of("--help", "-h", "help").anyMatch(word::equals)) {
      terminal.out().print(Help.of(all()));
      return Command.CLEAN;
    }
    for (var command : all()) {
      if (command.name().equals(word)) {
        return run(command, arguments.subList(1, arguments.size()), terminal);
      }
    }
    var names = new ArrayList<>(ELSEWHERE);
    all().forEach(command -> names.add(command.name()));
    var near = Spelling.didYouMean(word, names);
    terminal
        .err()
        .println(
            "plimsoll: no command is called \"%s\"%s.\nplimsoll --help lists them."
                .formatted(word, near));
    return Command.FAILED;
  }

  private static int run(Command command, List<String> arguments, Terminal terminal) {
    var options = command.options();
    options.addOption("h", "help", false, "Show this page.");
    try {
      var parser = DefaultParser.builder().setAllowPartialMatching(false).get();
      var line = parser.parse(options, arguments.toArray(String[]::new));
      if (line.hasOption("help")) {
        terminal.out().print(Help.of(command, options));
        return Command.CLEAN;
      }
      refuseRepeated(line);
      return command.run(line, terminal);
    } catch (ParseException e) {
      return fail(command, explain(e, options), terminal);
    } catch (UsageException e) {
      return fail(command, e.getMessage(), terminal);
    } catch (IOException e) {
      return fail(command, explain(e), terminal);
    }
  }

  private static int fail(Command command, String message, Terminal terminal) {
    terminal.out().flush();
    terminal
        .err()
        .println(
            "plimsoll %s: %s.\nplimsoll %s --help tells more."
                .formatted(command.name(), message, command.name()));
    return Command.FAILED;
  }

  private static void refuseRepeated(CommandLine line) throws UsageException {
    for (var option : line.getOptions()) {
      long times = Stream.of(line.getOptions()).filter(option::equals).count();
      if (times > 1 && !CliOptions.isRepeatable(option)) {
        throw new UsageException("--%s stands more than once".formatted(option.getLongOpt()));
      }
    }
  }

  private static String explain(ParseException error, Options options) {
    return switch (error) {
      case UnrecognizedOptionException unknown -> {
        var word = unknown.getOption().replaceFirst("^-+", "").replaceFirst("=.*", "");
        var names = options.getOptions().stream().map(Option::getLongOpt).toList();
        var near = Spelling.nearest(word, names);
        yield "no option is called %s%s"
            .formatted(
                unknown.getOption(), near.map(n -> " (did you mean --" + n + "?)").orElse(""));
      }
      case MissingArgumentException missing ->
          "--%s wants a value: %s"
              .formatted(missing.getOption().getLongOpt(), missing.getOption().getArgName());
      default -> String.valueOf(error.getMessage());
    };
  }

  private static String explain(IOException error) {
    return switch (error) {
      case NoSuchFileException missing ->
          "\"%s\" leads to no file or folder".formatted(missing.getFile());
      case AccessDeniedException denied -> "\"%s\" may not be read".formatted(denied.getFile());
      case FileSystemException file -> "\"%s\": %s".formatted(file.getFile(), file.getReason());
      default -> String.valueOf(error.getMessage());
    };
  }
}
