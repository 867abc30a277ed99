package dev.plimsoll.linter.rules;

import java.util.Map;

/**
 * The page of a rule, in Markdown.
 *
 * @param severities profile to how hard the rule bites there
 * @param bad a manifest that it finds something in; empty if there is none to show
 * @param good a manifest that it finds nothing in; empty if there is none to show
 */
public record RulePage(Rule rule, Map<String, Severity> severities, String bad, String good) {

  public String markdown() {
    var out = new StringBuilder();
    out.append("# ").append(rule.id()).append("\n\n").append(sentence(rule.title())).append('\n');
    section(out, "Why", rule.why());
    example(out, "Bad", bad);
    example(out, "Good", good);
    section(out, "How to mend it", rule.fix());
    section(
        out,
        "How to ignore it",
        """
        On a line, on the line below, or above an object's first key for all of it:

        ```yaml
        # plimsoll: ignore %s -- the reason
        ```

        or for all of an object with the annotation `plimsoll.dev/ignore: "%s -- the reason"`.
        Ignores hide findings of `plimsoll lint` only, never of the webhook.
        """
            .formatted(rule.id(), rule.id()));
    if (!severities.isEmpty()) {
      out.append("\n## In profiles\n\n| Profile | Severity |\n|---|---|\n");
      severities.forEach((name, level) -> out.append("| %s | %s |\n".formatted(name, level)));
    }
    if (!rule.resources().isEmpty()) {
      section(out, "Judges", "`" + String.join("`, `", rule.resources()) + "`");
    }
    if (!rule.replaces().isEmpty()) {
      section(out, "Finds the same as", String.join(", ", rule.replaces()));
    }
    if (!rule.references().isEmpty()) {
      out.append("\n## Read more\n\n");
      rule.references().forEach(link -> out.append("- <").append(link).append(">\n"));
    }
    return out.toString();
  }

  private static void section(StringBuilder out, String title, String text) {
    if (!text.isBlank()) {
      out.append("\n## ").append(title).append("\n\n").append(text.strip()).append('\n');
    }
  }

  private static void example(StringBuilder out, String title, String yaml) {
    if (!yaml.isBlank()) {
      section(out, title, "```yaml\n" + yaml.strip() + "\n```");
    }
  }

  private static String sentence(String title) {
    return title.endsWith(".") ? title : title + ".";
  }
}
