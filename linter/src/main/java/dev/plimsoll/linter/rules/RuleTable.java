package dev.plimsoll.linter.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rules of a profile with their severities, sorted by id. */
public record RuleTable(List<Row> rows) {

  /** A rule that is in force. */
  public record Row(Rule rule, Severity severity) {}

  public RuleTable {
    rows = List.copyOf(rows);
  }

  public static RuleTable of(Rulebook rulebook) {
    var severities = new HashMap<String, Severity>();
    for (var binding : rulebook.bindings()) {
      severities.merge(
          binding.policyName(),
          Severity.of(binding.validationActions()),
          (one, other) -> one.compareTo(other) <= 0 ? one : other);
    }
    var rows = new TreeMap<String, Row>();
    for (var policy : rulebook.policies()) {
      var severity = severities.get(policy.name());
      if (severity != null) {
        rows.put(policy.name(), new Row(Rule.of(policy), severity));
      }
    }
    return new RuleTable(List.copyOf(rows.values()));
  }

  /** Returns the table for a terminal. */
  public String text() {
    int widest = rows.stream().mapToInt(row -> row.rule().id().length()).max().orElse(0);
    var out = new StringBuilder();
    for (var row : rows) {
      out.append(
          ("%-" + widest + "s  %-7s  %s\n")
              .formatted(row.rule().id(), row.severity(), row.rule().title()));
    }
    out.append("\n%d rules. plimsoll explain RULE shows the page of one.\n".formatted(rows.size()));
    return out.toString();
  }

  /** Returns a Markdown table of all rules, with their severities in each profile. */
  public static String markdown(Map<String, Rulebook> profiles) {
    var rules = new TreeMap<String, Rule>();
    var columns = new ArrayList<Map<String, Severity>>();
    for (var rulebook : profiles.values()) {
      var column = new HashMap<String, Severity>();
      for (var row : of(rulebook).rows()) {
        rules.put(row.rule().id(), row.rule());
        column.put(row.rule().id(), row.severity());
      }
      columns.add(column);
    }
    var out = new StringBuilder("| Rule | Finds |");
    profiles.keySet().forEach(name -> out.append(' ').append(name).append(" |"));
    out.append("\n|---|---|").repeat("---|", columns.size()).append('\n');
    rules.forEach(
        (id, rule) -> {
          out.append("| `%s` | %s |".formatted(id, rule.title()));
          for (var column : columns) {
            var severity = column.get(id);
            out.append(severity == null ? "  |" : " " + severity + " |");
          }
          out.append('\n');
        });
    return out.toString();
  }
}
