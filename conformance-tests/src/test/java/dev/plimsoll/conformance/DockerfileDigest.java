package dev.plimsoll.conformance;

import dev.plimsoll.linter.dockerfile.Arguments;
import dev.plimsoll.linter.dockerfile.Comment;
import dev.plimsoll.linter.dockerfile.Dockerfile;
import dev.plimsoll.linter.dockerfile.Flag;
import dev.plimsoll.linter.dockerfile.Instruction;
import dev.plimsoll.linter.dockerfile.Problem;
import dev.plimsoll.linter.dockerfile.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What two parsers are compared by: one line an instruction, or the line of the first refusal. */
final class DockerfileDigest {

  private DockerfileDigest() {}

  static String of(Map<?, ?> answer) {
    if (answer.get("parseError") instanceof Map<?, ?> error) {
      return "refused at " + lineOf(error);
    }
    var out = new StringBuilder("escape " + answer.get("escape") + "\n");
    list(answer.get("instructions")).forEach(node -> append(out, (Map<?, ?>) node));
    out.append("empty continuations ").append(list(answer.get("emptyContinuations"))).append('\n');
    if (answer.get("typedError") instanceof Map<?, ?> error) {
      out.append("not taken at ").append(lineOf(error));
    }
    return out.toString();
  }

  static String of(Dockerfile file) {
    var refused = first(file, Problem.Kind.SYNTAX, Problem.Kind.SYNTAX);
    if (refused.isPresent()) {
      return "refused at " + refused.get().line();
    }
    var out = new StringBuilder("escape " + file.escape() + "\n");
    file.instructions().forEach(instruction -> append(out, instruction, file.text()));
    var empty =
        file.instructions().stream()
            .filter(Instruction::emptyContinuation)
            .map(Instruction::lastJoinedLine)
            .toList();
    out.append("empty continuations ").append(empty).append('\n');
    first(file, Problem.Kind.INSTRUCTION, Problem.Kind.STAGE)
        .ifPresent(problem -> out.append("not taken at ").append(problem.line()));
    return out.toString();
  }

  private static Optional<Problem> first(Dockerfile file, Problem.Kind one, Problem.Kind other) {
    return file.problems().stream()
        .filter(problem -> problem.kind() == one || problem.kind() == other)
        .findFirst();
  }

  /** BuildKit counts the line of a bad directive from 0. */
  private static long lineOf(Map<?, ?> error) {
    long line = error.get("line") instanceof Long number ? number : 0;
    String message = String.valueOf(error.get("message"));
    boolean directive =
        message.startsWith("only one ") || message.startsWith("invalid escape token");
    return Math.max(1, directive ? line + 1 : line);
  }

  private static void append(StringBuilder out, Map<?, ?> node) {
    append(
        out, node.get("name"), ascii(node.get("flags")), list(node.get("args")), node.get("json"));
    out.append(" lines ").append(node.get("line")).append('-').append(node.get("endLine"));
    out.append(" text ").append(trimmed(String.valueOf(node.get("text"))));
    out.append(" comments ").append(whole(node.get("comments")));
    for (var heredoc : list(node.get("heredocs"))) {
      var fields = (Map<?, ?>) heredoc;
      out.append(" heredoc ")
          .append(fields.get("name"))
          .append(' ')
          .append(fields.get("expand"))
          .append(' ')
          .append(fields.get("chomp"))
          .append(' ')
          .append(fields.get("fd"))
          .append(' ')
          .append(fields.get("content"));
    }
    if (node.get("trigger") instanceof Map<?, ?> inner) {
      out.append(" holds ");
      append(
          out,
          inner.get("name"),
          ascii(inner.get("flags")),
          list(inner.get("args")),
          inner.get("json"));
    }
    out.append('\n');
  }

  private static void append(StringBuilder out, Instruction instruction, String file) {
    appendForm(out, instruction);
    out.append(" lines ").append(instruction.line()).append('-').append(instruction.endLine());
    out.append(" text ").append(trimmed(instruction.text().text()));
    out.append(" comments ")
        .append(instruction.above().stream().map(it -> asBuildkitReads(it, file)).toList());
    for (var heredoc : instruction.heredocs()) {
      out.append(" heredoc ")
          .append(heredoc.name())
          .append(' ')
          .append(heredoc.expand())
          .append(' ')
          .append(heredoc.chomp())
          .append(' ')
          .append(heredoc.fileDescriptor())
          .append(' ')
          .append(heredoc.body().text());
    }
    if (instruction.arguments() instanceof Arguments.Trigger(Instruction inner)) {
      out.append(" holds ");
      appendForm(out, inner);
    }
    out.append('\n');
  }

  private static void appendForm(StringBuilder out, Instruction instruction) {
    var flags = ascii(instruction.flags().stream().map(Flag::word).map(Word::text).toList());
    var arguments = instruction.arguments();
    boolean json =
        arguments instanceof Arguments.Json
            || arguments instanceof Arguments.Health health
                && health.command() instanceof Arguments.Json;
    append(out, instruction.keyword().text(), flags, strings(arguments), json);
  }

  private static void append(
      StringBuilder out,
      @Nullable Object name,
      List<?> flags,
      List<?> arguments,
      @Nullable Object json) {
    out.append(name)
        .append(' ')
        .append(flags)
        .append(' ')
        .append("HEALTHCHECK".equalsIgnoreCase(String.valueOf(name)) ? ascii(arguments) : arguments)
        .append(' ')
        .append(json);
  }

  private static List<String> strings(Arguments arguments) {
    return switch (arguments) {
      case Arguments.None none -> List.of();
      case Arguments.Unread unread -> List.of();
      case Arguments.Trigger trigger -> List.of();
      case Arguments.Text(Word word) -> List.of(word.text());
      case Arguments.Json json -> json.words().stream().map(Word::text).toList();
      case Arguments.Words words -> words.words().stream().map(Word::text).toList();
      case Arguments.Health health -> {
        var all = new ArrayList<>(List.of(health.type().text()));
        all.addAll(strings(health.command()));
        yield all;
      }
      case Arguments.Pairs pairs ->
          pairs.pairs().stream()
              .flatMap(
                  pair ->
                      List.of(pair.name().text(), pair.value().text(), pair.legacy() ? "" : "=")
                          .stream())
              .toList();
    };
  }

  /**
   * BuildKit cuts one character off a comment line, also when it is a blank before the {@code #}.
   */
  private static String asBuildkitReads(Comment comment, String file) {
    return comment.indented()
        ? trimmed(file.substring(comment.start(), comment.end()))
        : comment.text();
  }

  private static String trimmed(String text) {
    return text.replaceAll("(?U)^[\\s\\u0085\\u00a0]+|[\\s\\u0085\\u00a0]+$", "");
  }

  /** BuildKit cuts a byte off an indented comment, which may be half of a no-break space. */
  private static List<?> whole(@Nullable Object comments) {
    return list(comments).stream().map(it -> it.toString().replaceFirst("^\ufffd+", "")).toList();
  }

  /**
   * BuildKit reads flags and the kind of a HEALTHCHECK byte by byte, so that what is not ASCII
   * comes out as something else.
   */
  private static List<?> ascii(@Nullable Object flags) {
    return list(flags).stream()
        .map(flag -> flag.toString().replaceAll("[^\\x00-\\x7f]", ""))
        .toList();
  }

  private static List<?> list(@Nullable Object value) {
    return value == null ? List.of() : (List<?>) value;
  }
}
