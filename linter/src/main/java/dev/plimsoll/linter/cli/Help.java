package dev.plimsoll.linter.cli;

import java.util.List;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** The pages that {@code --help} shows. */
final class Help {

  private static final int INDENT = 26;
  private static final int WIDTH = 100;

  private Help() {}

  static String of(Command command, Options options) {
    var out = new StringBuilder();
    out.append(command.summary()).append("\n\n");
    out.append("Usage: plimsoll ").append(command.name()).append(" [OPTION...] ");
    out.append(command.operands()).append("\n\n");
    if (!command.description().isEmpty()) {
      out.append(command.description().strip()).append("\n\n");
    }
    out.append("Options:\n");
    for (var option : options.getOptions()) {
      line(out, "  " + spelled(option), option.getDescription());
    }
    return out.toString();
  }

  static String of(List<Command> commands) {
    var out = new StringBuilder();
    out.append("Plimsoll holds one set of ValidatingAdmissionPolicies at the desk, in the pipeline")
        .append(" and at the door.\n\nUsage: plimsoll COMMAND [OPTION...] [ARGUMENT...]\n\n")
        .append("Commands:\n");
    commands.forEach(command -> line(out, "  " + command.name(), command.summary()));
    line(out, "  serve", "Judge the requests of a cluster, as an admission webhook.");
    line(out, "  certs", "Issue, renew and show the webhook's certificates.");
    line(out, "  demo", "Show both doors on the same manifests.");
    out.append("\nplimsoll COMMAND --help tells more of each.\n")
        .append("Exit codes: 0 clean, 1 something found or denied, 2 could not check.\n");
    return out.toString();
  }

  private static String spelled(Option option) {
    var both = option.getOpt() == null ? "" : "-" + option.getOpt() + ", ";
    var value = option.hasArg() ? " " + option.getArgName() : "";
    return both + "--" + option.getLongOpt() + value;
  }

  private static void line(StringBuilder out, String left, String right) {
    out.append(left);
    int column = left.length();
    if (column >= INDENT - 1) {
      out.append('\n');
      column = 0;
    }
    out.repeat(' ', INDENT - column);
    column = INDENT;
    for (var word : right.split(" ")) {
      if (column > INDENT && column + word.length() >= WIDTH) {
        out.append('\n').repeat(' ', INDENT);
        column = INDENT;
      } else if (column > INDENT) {
        out.append(' ');
        column++;
      }
      out.append(word);
      column += word.length();
    }
    out.append('\n');
  }
}
