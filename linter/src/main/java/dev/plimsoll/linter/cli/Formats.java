package dev.plimsoll.linter.cli;

import dev.plimsoll.linter.lint.LintResult;
import dev.plimsoll.linter.report.GithubReport;
import dev.plimsoll.linter.report.JsonReport;
import dev.plimsoll.linter.report.JunitReport;
import dev.plimsoll.linter.report.Report;
import dev.plimsoll.linter.report.SarifReport;
import dev.plimsoll.linter.report.TextReport;
import dev.plimsoll.linter.rules.BuiltInRules;
import dev.plimsoll.linter.rules.Rule;
import dev.plimsoll.linter.rules.Rulebook;
import dev.plimsoll.linter.rules.Spelling;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.cli.CommandLine;

/**
 * The reports that a user wants.
 *
 * @param files format to the file that it goes to; empty for standard output
 */
record Formats(Map<String, String> files, Terminal terminal) {

  private static final List<String> NAMES = List.of("text", "json", "sarif", "junit", "github");

  static Formats of(CommandLine arguments, Terminal terminal) throws UsageException {
    var values = arguments.getOptionValues("format");
    var files = new LinkedHashMap<String, String>();
    for (var value : values == null ? new String[] {"text"} : values) {
      int equals = value.indexOf('=');
      var name = equals < 0 ? value : value.substring(0, equals);
      if (!NAMES.contains(name)) {
        throw new UsageException(
            "no format is called \"%s\"%s: there are %s"
                .formatted(name, Spelling.didYouMean(name, NAMES), String.join(", ", NAMES)));
      }
      files.put(name, equals < 0 ? "" : value.substring(equals + 1));
    }
    if (files.values().stream().filter(String::isEmpty).count() > 1) {
      throw new UsageException(
          "only one format can go to standard output: write the others as NAME=FILE");
    }
    return new Formats(files, terminal);
  }

  void write(LintResult result, Rulebook rules) throws IOException {
    for (var format : files.entrySet()) {
      var out = new StringBuilder();
      boolean toTerminal = format.getValue().isEmpty();
      report(format.getKey(), toTerminal, rules).write(result, out);
      if (toTerminal) {
        terminal.out().append(out);
      } else {
        var file = terminal.workingDirectory().resolve(format.getValue());
        if (file.getParent() != null) {
          Files.createDirectories(file.getParent());
        }
        Files.writeString(file, out);
      }
    }
  }

  private Report report(String name, boolean toTerminal, Rulebook rules) {
    return switch (name) {
      case "json" -> new JsonReport();
      case "sarif" -> new SarifReport(Version.NUMBER, id -> byId(rules, id));
      case "junit" -> new JunitReport();
      case "github" -> new GithubReport();
      default -> new TextReport(toTerminal && terminal.colour(), terminal.width());
    };
  }

  private static Rule byId(Rulebook rules, String id) {
    for (var policy : rules.policies()) {
      if (policy.name().equals(id)) {
        return Rule.of(policy);
      }
    }
    return BuiltInRules.byId(id);
  }
}
