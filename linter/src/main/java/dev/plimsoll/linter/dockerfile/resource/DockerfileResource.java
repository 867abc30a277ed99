package dev.plimsoll.linter.dockerfile.resource;

import dev.plimsoll.document.Document;
import dev.plimsoll.document.MapNode;
import dev.plimsoll.document.Problem;
import dev.plimsoll.document.Source;
import dev.plimsoll.linter.dockerfile.Build;
import dev.plimsoll.linter.dockerfile.Directive;
import dev.plimsoll.linter.dockerfile.Dockerfile;
import dev.plimsoll.linter.dockerfile.Instruction;
import java.util.List;
import java.util.Locale;

/**
 * A Dockerfile as {@code apiVersion: plimsoll.dev/v1, kind: Dockerfile}.
 *
 * @param file the file as parsed
 * @param document the resource, its comments, and what BuildKit would refuse
 */
public record DockerfileResource(Dockerfile file, Document document) {

  public static final String API_VERSION = "plimsoll.dev/v1";
  public static final String KIND = "Dockerfile";

  /** Reads a file. */
  public static DockerfileResource read(Source source, BuildContext context) {
    var file = Dockerfile.parse(source.text());
    var build = Build.of(file);
    var instructions = file.instructions();
    int start = instructions.isEmpty() ? 0 : instructions.getFirst().keyword().start();
    int end = instructions.isEmpty() ? 0 : instructions.getFirst().keyword().end();
    var nodes = new StageNodes(build, context);
    var root =
        new Fields()
            .put("apiVersion", API_VERSION, start, end)
            .put("kind", KIND, start, end)
            .put("metadata", new Fields().put("name", name(source)).build())
            .put("escape", String.valueOf(file.escape()))
            .put(
                "directives",
                Fields.list(file.directives(), DockerfileResource::directive, Directive::value))
            .put("casing", casing(build))
            .put("stages", nodes.stages())
            .put("instructions", nodes.instructions())
            .put("context", context(context))
            .build();
    var comments = file.comments().stream().map(comment -> Comments.of(comment, source)).toList();
    var document =
        new Document(source, root, 0, source.text().length(), comments, problems(file, source));
    return new DockerfileResource(file, document);
  }

  private static String name(Source source) {
    String name = source.name();
    return name.substring(name.lastIndexOf('/') + 1);
  }

  private static Object directive(Directive directive) {
    return new Fields()
        .put("name", directive.name(), directive.value())
        .put("value", directive.value().text(), directive.value())
        .build();
  }

  /** Returns the case that most instructions of the stages are written in; upper when in doubt. */
  private static String casing(Build build) {
    int upper = 0;
    int lower = 0;
    for (var stage : build.stages()) {
      for (var instruction : stage.instructions()) {
        String keyword = instruction.keyword().text();
        if (keyword.equals(keyword.toLowerCase(Locale.ROOT))) {
          lower++;
        } else if (keyword.equals(keyword.toUpperCase(Locale.ROOT))) {
          upper++;
        }
      }
    }
    return lower > upper ? "lower" : "upper";
  }

  private static MapNode context(BuildContext context) {
    return new Fields()
        .put("known", context.known())
        .put("dockerignore", context.dockerignore())
        .put("ignored", Fields.plain(context.ignored()))
        .put("entries", Fields.plain(context.entries()))
        .build();
  }

  /** A fragment without FROM can be judged, so that its place is no problem. */
  private static List<Problem> problems(Dockerfile file, Source source) {
    boolean fragment =
        file.instructions().stream().map(Instruction::name).noneMatch("FROM"::equals);
    return file.problems().stream()
        .filter(
            problem ->
                !fragment || problem.kind() != dev.plimsoll.linter.dockerfile.Problem.Kind.STAGE)
        .map(
            problem ->
                new Problem(
                    Problem.Kind.UNREADABLE,
                    problem.message(),
                    source.span(problem.start(), problem.end())))
        .toList();
  }
}
