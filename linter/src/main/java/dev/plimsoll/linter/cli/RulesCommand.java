package dev.plimsoll.linter.cli;

import dev.plimsoll.linter.report.JsonWriter;
import dev.plimsoll.linter.rules.Rule;
import dev.plimsoll.linter.rules.RuleTable;
import dev.plimsoll.linter.rules.Rulebook;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** Lists the rules of a profile. */
final class RulesCommand implements Command {

  @Override
  public String name() {
    return "rules";
  }

  @Override
  public String operands() {
    return "";
  }

  @Override
  public String summary() {
    return "List the rules of a profile.";
  }

  @Override
  public String description() {
    return "";
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(
            CliOptions.value("profile", "NAME", "Whose rules to list (default recommended)."))
        .addOption(CliOptions.value("format", "NAME", "text (default), json or markdown."));
  }

  @Override
  public int run(CommandLine arguments, Terminal terminal) throws UsageException, IOException {
    if (!arguments.getArgList().isEmpty()) {
      throw new UsageException(
          "\"%s\" is too much: for the page of a rule, plimsoll explain RULE"
              .formatted(arguments.getArgList().getFirst()));
    }
    var format = CliOptions.choice(arguments, "format", List.of("text", "json", "markdown"));
    var profile = arguments.getOptionValue("profile", Profiles.DEFAULT);
    var profiles = new Profiles();
    var table = RuleTable.of(profiles.rules(profile));
    terminal
        .out()
        .print(
            switch (format) {
              case "json" -> json(table);
              case "markdown" -> RuleTable.markdown(all(profiles));
              default -> table.text();
            });
    return CLEAN;
  }

  static Map<String, Rulebook> all(Profiles profiles) throws UsageException {
    var all = new LinkedHashMap<String, Rulebook>();
    for (var name : profiles.names()) {
      all.put(name, profiles.rules(name));
    }
    return all;
  }

  private static String json(RuleTable table) {
    var out = new StringBuilder();
    var json = new JsonWriter(out, true).beginObject().name("rules").beginArray();
    for (var row : table.rows()) {
      Rule rule = row.rule();
      json.beginObject()
          .field("id", rule.id())
          .field("title", rule.title())
          .field("severity", row.severity().toString())
          .field("resources", rule.resources())
          .field("replaces", rule.replaces())
          .endObject();
    }
    json.endArray().endObject();
    return out.append('\n').toString();
  }
}
