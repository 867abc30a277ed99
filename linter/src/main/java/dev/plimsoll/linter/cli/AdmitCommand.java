package dev.plimsoll.linter.cli;

import dev.plimsoll.admission.Admission;
import dev.plimsoll.admission.AdmissionResult;
import dev.plimsoll.admission.AdmissionResult.Admitted;
import dev.plimsoll.admission.AdmissionResult.Refused;
import dev.plimsoll.admission.AdmissionResult.Unknown;
import dev.plimsoll.admission.StrictProblem;
import dev.plimsoll.document.DocumentReader;
import dev.plimsoll.linter.report.JsonWriter;
import dev.plimsoll.linter.source.Manifest;
import dev.plimsoll.linter.source.SourceFile;
import dev.plimsoll.linter.source.TextFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.jspecify.annotations.Nullable;

/** Shows objects as the API server admits them. */
final class AdmitCommand implements Command {

  @Override
  public String name() {
    return "admit";
  }

  @Override
  public String operands() {
    return "FILE";
  }

  @Override
  public String summary() {
    return "Show objects as the API server would admit them.";
  }

  @Override
  public String description() {
    return """
    Prints a list with one entry an object: {"object", "warnings"} with the object typed,
    canonical and defaulted, or {"status", "warnings"} where the API server would refuse it. An
    object of a kind that Kubernetes itself doesn't have stays as it is written, with
    "notChecked". What only a server knows, such as a uid, is a fixed stand-in.

    Exit code 0: all admitted. 1: one is refused. 2: the file can't be used.
    """;
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(CliOptions.value("format", "NAME", "json (default) or yaml."))
        .addOption(CliOptions.kubernetes());
  }

  @Override
  public int run(CommandLine arguments, Terminal terminal) throws UsageException, IOException {
    var format = CliOptions.choice(arguments, "format", List.of("json", "yaml"));
    if (arguments.getArgList().size() != 1) {
      throw new UsageException("one file is wanted, or - for standard input");
    }
    var file = arguments.getArgList().getFirst();
    var source =
        file.equals("-")
            ? TextFile.read(terminal.in())
            : TextFile.read(new SourceFile(file, terminal.workingDirectory().resolve(file), true));
    var admission = Admission.asAnswered(CliOptions.kubernetes(arguments));
    var entries = new ArrayList<Map<String, @Nullable Object>>();
    boolean refused = false;
    for (var document : DocumentReader.read(source)) {
      if (document.root() == null && !document.problems().isEmpty()) {
        var problem = document.problems().getFirst();
        var span = problem.span();
        throw new UsageException(
            "%s:%d:%d: %s".formatted(source.name(), span.line(), span.column(), problem.message()));
      }
      for (var manifest : Manifest.of(document)) {
        var result = admission.admit(document, manifest.object());
        refused |= result instanceof Refused;
        entries.add(entry(result));
      }
    }
    var out = new StringBuilder();
    if (format.equals("json")) {
      new JsonWriter(out, true).value(entries);
      out.append('\n');
    } else {
      YamlWriter.write(out, entries);
    }
    terminal.out().print(out);
    return refused ? FOUND : CLEAN;
  }

  private static Map<String, @Nullable Object> entry(AdmissionResult result) {
    var entry = new LinkedHashMap<String, @Nullable Object>();
    switch (result) {
      case Admitted admitted -> entry.put("object", admitted.object());
      case Refused refused -> entry.put("status", status(refused));
      case Unknown unknown -> {
        entry.put("object", unknown.object());
        entry.put("notChecked", unknown.reason());
      }
    }
    entry.put("warnings", result.problems().stream().map(StrictProblem::message).toList());
    return entry;
  }

  private static Map<String, @Nullable Object> status(Refused refused) {
    var causes = new ArrayList<Map<String, String>>();
    if (refused.code() != 400) {
      for (var cause : refused.causes()) {
        causes.add(
            Map.of(
                "reason",
                cause.reason(),
                "message",
                cause.message(),
                "field",
                cause.path().toString()));
      }
    }
    var status = new LinkedHashMap<String, @Nullable Object>();
    status.put("code", (long) refused.code());
    status.put("reason", refused.reason());
    status.put("message", refused.message());
    status.put("causes", causes);
    return status;
  }
}
