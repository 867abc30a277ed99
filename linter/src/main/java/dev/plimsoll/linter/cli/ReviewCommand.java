package dev.plimsoll.linter.cli;

import dev.plimsoll.admission.Admission;
import dev.plimsoll.cel.CelEnvironment;
import dev.plimsoll.linter.source.Manifest;
import dev.plimsoll.linter.source.SourceFile;
import dev.plimsoll.linter.source.TextFile;
import dev.plimsoll.review.FileCluster;
import dev.plimsoll.review.Review;
import dev.plimsoll.review.Reviewer;
import dev.plimsoll.review.UserInfo;
import dev.plimsoll.review.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** Judges one request, as the API server would. */
final class ReviewCommand implements Command {

  @Override
  public String name() {
    return "review";
  }

  @Override
  public String operands() {
    return "--policies PATH --request FILE";
  }

  @Override
  public String summary() {
    return "Judge one request by policies, as the API server would.";
  }

  @Override
  public String description() {
    return """
    The request is an AdmissionReview of admission.k8s.io/v1, whose object is taken as it is,
    or a manifest, which stands for its creation by kubernetes-admin. The files of --policies
    hold policies, bindings, params, Namespaces and any other objects that policies look up; a
    Namespace not among them exists without labels of its own. A policy without a binding
    there counts as bound with Deny.

    Exit code 0: allowed. 1: denied. 2: the input can't be used.
    """;
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(CliOptions.values("policies", "PATH", "Policies, and what they look up."))
        .addOption(CliOptions.value("request", "FILE", "The request; - is standard input."))
        .addOption(CliOptions.value("format", "NAME", "json (default) or text."))
        .addOption(CliOptions.value("user", "NAME", "Who makes the request."))
        .addOption(CliOptions.value("groups", "A,B", "The groups of who makes the request."))
        .addOption(CliOptions.kubernetes())
        .addOption(
            CliOptions.flag(
                "as-written",
                "Judge a manifest as it is written, not as the API server admits it: typed,"
                    + " canonical and with defaults."));
  }

  @Override
  public int run(CommandLine arguments, Terminal terminal) throws UsageException, IOException {
    var format = CliOptions.choice(arguments, "format", List.of("json", "text"));
    var file = arguments.getOptionValue("request");
    if (file == null || !arguments.hasOption("policies")) {
      throw new UsageException("--policies and --request are both needed");
    }
    if (!arguments.getArgList().isEmpty()) {
      throw new UsageException(
          "\"%s\" is too much: files are named by --policies and --request"
              .formatted(arguments.getArgList().getFirst()));
    }
    var rules = LintCommand.more(arguments, terminal);
    var environment = CelEnvironment.stored(CliOptions.kubernetes(arguments));
    var reviewer = new Reviewer(rules.policySet(_ -> environment::compile));
    var cluster = FileCluster.whole(rules.objects().stream().map(Manifest::object).toList());
    var source =
        file.equals("-")
            ? TextFile.read(terminal.in())
            : TextFile.read(new SourceFile(file, terminal.workingDirectory().resolve(file), true));
    var admission =
        arguments.hasOption("as-written")
            ? null
            : Admission.forPolicies(CliOptions.kubernetes(arguments));
    var verdict =
        switch (RequestFile.read(source, admission)) {
          case RequestFile.Request.Refused(var refused) ->
              Verdict.refused(refused.code(), refused.reason(), refused.message());
          case RequestFile.Request.Judged(var request, var warnings) -> {
            var review = by(request, arguments);
            yield Verdict.of(review, reviewer.review(review, cluster)).warnedBefore(warnings);
          }
        };
    terminal
        .out()
        .print(format.equals("json") ? VerdictReport.json(verdict) : VerdictReport.text(verdict));
    return verdict.allowed() ? CLEAN : FOUND;
  }

  private static Review by(Review review, CommandLine arguments) {
    var user = review.user();
    var name = arguments.getOptionValue("user", user.username());
    var groups =
        arguments.hasOption("groups")
            ? Stream.of(arguments.getOptionValue("groups").split(","))
                .map(String::strip)
                .filter(group -> !group.isEmpty())
                .toList()
            : user.groups();
    return review.by(new UserInfo(name, user.uid(), groups, user.extra()));
  }
}
