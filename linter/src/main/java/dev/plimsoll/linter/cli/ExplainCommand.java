package dev.plimsoll.linter.cli;

import dev.plimsoll.linter.rules.BuiltInRules;
import dev.plimsoll.linter.rules.Rule;
import dev.plimsoll.linter.rules.RulePage;
import dev.plimsoll.linter.rules.RuleTable;
import dev.plimsoll.linter.rules.Severity;
import dev.plimsoll.linter.rules.Spelling;
import java.io.IOException;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** Prints the page of a rule. */
final class ExplainCommand implements Command {

  @Override
  public String name() {
    return "explain";
  }

  @Override
  public String operands() {
    return "RULE";
  }

  @Override
  public String summary() {
    return "Say why a rule is there, and how to mend what it finds.";
  }

  @Override
  public String description() {
    return "";
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(CliOptions.values("policies", "PATH", "More policies to look for it in."));
  }

  @Override
  public int run(CommandLine arguments, Terminal terminal) throws UsageException, IOException {
    if (arguments.getArgList().size() != 1) {
      throw new UsageException("name one rule; plimsoll rules lists them");
    }
    var id = arguments.getArgList().getFirst();
    var rules = new TreeMap<String, Rule>(BuiltInRules.all());
    var profiles = new Profiles();
    var more = LintCommand.more(arguments, terminal).policies();
    Stream.concat(profiles.policies().stream(), more.stream())
        .forEach(policy -> rules.put(policy.name(), Rule.of(policy)));
    var rule = rules.get(id);
    if (rule == null) {
      throw new UsageException(
          "no rule is called \"%s\"%s; plimsoll rules --profile strict lists them"
              .formatted(id, Spelling.didYouMean(id, rules.keySet())));
    }
    terminal.out().print(page(rule, profiles).markdown());
    return CLEAN;
  }

  static RulePage page(Rule rule, Profiles profiles) throws UsageException {
    var severities = new TreeMap<String, Severity>();
    for (var profile : profiles.names()) {
      for (var row : RuleTable.of(profiles.rules(profile)).rows()) {
        if (row.rule().id().equals(rule.id())) {
          severities.put(profile, row.severity());
        }
      }
    }
    return new RulePage(
        rule, severities, profiles.example(rule.id(), "fail"), profiles.example(rule.id(), "pass"));
  }
}
