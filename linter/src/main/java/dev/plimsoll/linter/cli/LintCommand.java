package dev.plimsoll.linter.cli;

import dev.plimsoll.admission.Admission;
import dev.plimsoll.linter.lint.LintResult;
import dev.plimsoll.linter.lint.Linter;
import dev.plimsoll.linter.rules.Rulebook;
import dev.plimsoll.linter.rules.Severity;
import dev.plimsoll.linter.source.FileSearch;
import dev.plimsoll.linter.source.SourceFile;
import dev.plimsoll.linter.source.TextFile;
import dev.plimsoll.policy.Policy;
import dev.plimsoll.review.Reviewer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** Judges files. */
final class LintCommand implements Command {

  private static final List<String> THRESHOLDS = List.of("error", "warning", "note", "never");

  @Override
  public String name() {
    return "lint";
  }

  @Override
  public String operands() {
    return "[PATH...]";
  }

  @Override
  public String summary() {
    return "Judge the manifests and Dockerfiles in files and folders.";
  }

  @Override
  public String description() {
    return """
    PATH is a file, a folder (the default is this one), a pattern such as "deploy/**/*.yaml",
    or - for standard input. In folders, .yaml, .yml and .json files and Dockerfiles (Dockerfile,
    Containerfile, *.Dockerfile, Dockerfile.*) are read, but not what a .gitignore leaves out.
    YAML and JSON about other things than Kubernetes is passed over.

    Ignore a rule on a line, or on the line below, or (above an object's first key) for all of
    an object, with a comment that gives the reason:
      # plimsoll: ignore RULE, RULE -- reason
    or for all of an object with the annotation plimsoll.dev/ignore: "RULE -- reason".

    Exit code 0: nothing as bad as --fail-on. 1: something. 2: a usage error, or a file that
    can't be read.
    """;
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(
            CliOptions.value(
                "profile",
                "NAME",
                "The rules to judge by, and how hard they bite: see plimsoll"
                    + " rules (default recommended; none: only those of --policies)."))
        .addOption(
            CliOptions.values(
                "policies",
                "PATH",
                "More policies, with their bindings, params and Namespaces. A"
                    + " policy without a binding there counts as bound with Deny."))
        .addOption(
            CliOptions.value(
                "fail-on",
                "LEVEL",
                "Exit 1 from this severity on: error (default), warning, note" + " or never."))
        .addOption(
            CliOptions.values(
                "format",
                "NAME[=FILE]",
                "text (default), json, sarif, junit or github; to a file,"
                    + " or else standard output."))
        .addOption(
            CliOptions.value(
                "as", "KIND", "What standard input is: kubernetes (default) or dockerfile."))
        .addOption(CliOptions.kubernetes())
        .addOption(
            CliOptions.flag(
                "as-written",
                "Judge objects as they are written, not as the API server admits them: typed,"
                    + " canonical and with defaults."));
  }

  @Override
  public int run(CommandLine arguments, Terminal terminal) throws UsageException, IOException {
    var threshold = CliOptions.choice(arguments, "fail-on", THRESHOLDS);
    var kind = CliOptions.choice(arguments, "as", List.of("kubernetes", "dockerfile"));
    var version = CliOptions.kubernetes(arguments);
    var formats = Formats.of(arguments, terminal);
    var paths = arguments.getArgList().isEmpty() ? List.of(".") : arguments.getArgList();
    var files = files(paths, terminal);
    var profiles = new Profiles();
    var rules =
        profiles
            .rules(arguments.getOptionValue("profile", Profiles.DEFAULT))
            .and(more(arguments, terminal));
    var reviewer = new Reviewer(rules.policySet(profiles.compilers(version)));
    var known = Stream.concat(rules.policies().stream(), profiles.policies().stream());
    var linter =
        new Linter(
            reviewer,
            arguments.hasOption("as-written") ? null : Admission.withoutValidation(version),
            known.map(Policy::name).toList(),
            rules.objects());
    LintResult result;
    if (paths.contains("-")) {
      var text = TextFile.read(terminal.in());
      result = kind.equals("dockerfile") ? linter.lintDockerfile(text) : linter.lint(text);
    } else {
      try (var progress = new ProgressLine(files.size(), terminal)) {
        result = linter.lint(files, progress);
      }
    }
    formats.write(result, rules);
    if (result.unreadable()) {
      return FAILED;
    }
    return fails(result, threshold) ? FOUND : CLEAN;
  }

  private static List<SourceFile> files(List<String> paths, Terminal terminal)
      throws UsageException, IOException {
    if (!paths.contains("-")) {
      return FileSearch.find(terminal.workingDirectory(), paths);
    }
    if (paths.size() > 1) {
      throw new UsageException("standard input (-) cannot be judged together with files");
    }
    return List.of();
  }

  /** Returns the rules of {@code --policies}, all in force. */
  static Rulebook more(CommandLine arguments, Terminal terminal)
      throws UsageException, IOException {
    var paths = arguments.getOptionValues("policies");
    if (paths == null) {
      return Rulebook.EMPTY;
    }
    var files = FileSearch.find(terminal.workingDirectory(), List.of(paths));
    var rules = Rulebook.read(files).bound();
    if (!rules.problems().isEmpty()) {
      throw new UsageException(
          "the policies can't be used:\n  " + String.join("\n  ", rules.problems()));
    }
    return rules;
  }

  private static boolean fails(LintResult result, String threshold) {
    var severities = new ArrayList<Severity>(List.of(Severity.values()));
    severities.removeIf(severity -> !severity.toString().equals(threshold));
    return !severities.isEmpty() && result.reaches(severities.getFirst());
  }
}
