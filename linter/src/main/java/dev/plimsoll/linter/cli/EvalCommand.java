package dev.plimsoll.linter.cli;

import dev.plimsoll.cel.CelEnvironment;
import dev.plimsoll.document.DocumentReader;
import dev.plimsoll.document.JsonReader;
import dev.plimsoll.document.Source;
import dev.plimsoll.linter.source.SourceFile;
import dev.plimsoll.linter.source.TextFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.jspecify.annotations.Nullable;

/** Evaluates CEL expressions in the environment of Kubernetes' policies. */
final class EvalCommand implements Command {

  @Override
  public String name() {
    return "eval";
  }

  @Override
  public String operands() {
    return "EXPRESSION";
  }

  @Override
  public String summary() {
    return "Evaluate a CEL expression as the API server would.";
  }

  @Override
  public String description() {
    return """
    Prints one JSON line for each expression: {"value", "type", "cost"}, or
    {"error", "phase", "cost"}. With --stdin, each line of standard input is a JSON object
    with expr and, where wanted, object, oldObject, params, request, namespaceObject and
    variables (name to expression).
    """;
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(CliOptions.value("object", "FILE", "What the variable object is, as written."))
        .addOption(CliOptions.flag("stdin", "Read JSON lines from standard input."))
        .addOption(CliOptions.kubernetes())
        .addOption(CliOptions.flag("new", "Use the environment for new expressions, on write."));
  }

  @Override
  public int run(CommandLine arguments, Terminal terminal) throws UsageException, IOException {
    var version = CliOptions.kubernetes(arguments);
    var evaluation =
        new Evaluation(
            arguments.hasOption("new")
                ? CelEnvironment.forNew(version)
                : CelEnvironment.stored(version));
    int given = arguments.getArgList().size();
    if (arguments.hasOption("stdin")) {
      if (given > 0) {
        throw new UsageException("--stdin brings the expressions: leave out the one given");
      }
      return lines(evaluation, terminal);
    }
    if (given != 1) {
      throw new UsageException("give one expression, in quotes (%d given)".formatted(given));
    }
    var input = new LinkedHashMap<String, @Nullable Object>();
    var file = arguments.getOptionValue("object");
    if (file != null) {
      input.put("object", object(file, terminal));
    }
    var answer = evaluation.evaluate(arguments.getArgList().getFirst(), input);
    terminal.out().println(answer.json());
    return answer.failed() ? FOUND : CLEAN;
  }

  private static @Nullable Object object(String name, Terminal terminal)
      throws UsageException, IOException {
    var source =
        name.equals("-")
            ? TextFile.read(terminal.in())
            : TextFile.read(new SourceFile(name, terminal.workingDirectory().resolve(name), true));
    var documents = DocumentReader.read(source);
    if (documents.size() != 1) {
      throw new UsageException(
          "\"%s\" must hold one document, and holds %d".formatted(name, documents.size()));
    }
    var document = documents.getFirst();
    if (document.root() == null && !document.problems().isEmpty()) {
      var problem = document.problems().getFirst();
      var span = problem.span();
      throw new UsageException(
          "%s:%d:%d: %s".formatted(name, span.line(), span.column(), problem.message()));
    }
    return document.root();
  }

  private static int lines(Evaluation evaluation, Terminal terminal)
      throws UsageException, IOException {
    var in = new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8));
    int number = 0;
    for (String line; (line = in.readLine()) != null; ) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      var documents = JsonReader.read(new Source("-", line));
      if (documents.size() != 1
          || !(documents.getFirst().root() instanceof Map<?, ?> map)
          || !(map.get("expr") instanceof String expression)) {
        throw new UsageException(
            "line %d of standard input is no JSON object with an \"expr\"".formatted(number));
      }
      terminal.out().println(evaluation.evaluate(expression, map).json());
      terminal.out().flush();
    }
    return CLEAN;
  }
}
