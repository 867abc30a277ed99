package dev.plimsoll.policy;

import static dev.plimsoll.cel.Type.BOOL;
import static dev.plimsoll.cel.Type.INT;
import static dev.plimsoll.cel.Type.STRING;

import dev.plimsoll.cel.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The types of the resources that only files have, such as Dockerfiles. A policy about one of them
 * sees {@code object} with its type, so that a misspelt field is an error when it is compiled.
 *
 * <p>All fields are always there: what an instruction does not have is an empty text or list, -1 or
 * false.
 */
public final class DeskTypes {

  /** The API group of what only files have. */
  public static final String GROUP = "plimsoll.dev";

  private static final Type STRINGS = Type.list(STRING);

  private static final Type IMAGE =
      struct(
          "Image",
          List.of("written", "reference", "registry", "repository", "name", "tag", "digest"),
          Map.of("variable", BOOL, "valid", BOOL, "scratch", BOOL, "stage", INT));

  private static final Type PORT =
      struct(
          "Port",
          List.of("written", "protocol", "writtenProtocol"),
          Map.of("port", INT, "endPort", INT, "mapped", BOOL, "valid", BOOL, "variable", BOOL));

  private static final Type SOURCE =
      struct(
          "Source",
          List.of("written", "path"),
          Map.of(
              "heredoc",
              BOOL,
              "remote",
              BOOL,
              "git",
              BOOL,
              "archive",
              BOOL,
              "variable",
              BOOL,
              "ignored",
              BOOL));

  private static final Type COMMAND =
      struct(
          "Command",
          List.of("name", "program", "text", "connector", "input"),
          Map.ofEntries(
              Map.entry("args", STRINGS),
              Map.entry("flags", STRINGS),
              Map.entry("operands", STRINGS),
              Map.entry("via", STRINGS),
              Map.entry(
                  "assignments",
                  Type.list(struct("Assignment", List.of("name", "value"), Map.of()))),
              Map.entry(
                  "redirects",
                  Type.list(struct("Redirect", List.of("operator", "target"), Map.of()))),
              Map.entry("conditional", BOOL),
              Map.entry("pipefail", BOOL),
              Map.entry("index", INT),
              Map.entry("pipe", INT),
              Map.entry("stage", INT),
              Map.entry("stages", INT)));

  private static final Type INSTRUCTION =
      struct(
          "Instruction",
          List.of(
              "name",
              "keyword",
              "text",
              "trigger",
              "alias",
              "as",
              "platform",
              "destination",
              "from",
              "script",
              "previous",
              "user",
              "group",
              "kind",
              "path"),
          Map.ofEntries(
              Map.entry("line", INT),
              Map.entry("endLine", INT),
              Map.entry("stage", INT),
              Map.entry("fromStage", INT),
              Map.entry("ships", BOOL),
              Map.entry("needed", BOOL),
              Map.entry("json", BOOL),
              Map.entry("shellSet", BOOL),
              Map.entry("posix", BOOL),
              Map.entry("workdirSet", BOOL),
              Map.entry("overridden", BOOL),
              Map.entry("repeated", BOOL),
              Map.entry("effective", BOOL),
              Map.entry("lastInStage", BOOL),
              Map.entry("aliasTaken", BOOL),
              Map.entry("mounts", STRINGS),
              Map.entry("emptyContinuation", BOOL),
              Map.entry("constantPlatform", BOOL),
              Map.entry("args", STRINGS),
              Map.entry("above", STRINGS),
              Map.entry("shell", STRINGS),
              Map.entry("flags", Type.list(struct("Flag", List.of("name", "value"), Map.of()))),
              Map.entry(
                  "heredocs",
                  Type.list(struct("Heredoc", List.of("name", "content"), Map.of("expand", BOOL)))),
              Map.entry(
                  "pairs",
                  Type.list(
                      struct(
                          "Pair",
                          List.of("name", "value", "written"),
                          Map.of("legacy", BOOL, "given", BOOL, "selfReferring", BOOL)))),
              Map.entry(
                  "undefined",
                  Type.list(struct("UndefinedVariable", List.of("name", "suggestion"), Map.of()))),
              Map.entry("commands", Type.list(COMMAND)),
              Map.entry("sources", Type.list(SOURCE)),
              Map.entry("ports", Type.list(PORT)),
              Map.entry("image", IMAGE)));

  private static final Type STAGE =
      struct(
          "Stage",
          List.of(
              "name",
              "user",
              "workdir",
              "stopSignal",
              "entrypointForm",
              "cmdForm",
              "script",
              "healthcheck"),
          Map.ofEntries(
              Map.entry("index", INT),
              Map.entry("final", BOOL),
              Map.entry("ships", BOOL),
              Map.entry("needed", BOOL),
              Map.entry("image", IMAGE),
              Map.entry("instructions", Type.list(INSTRUCTION)),
              Map.entry("shell", STRINGS),
              Map.entry("entrypoint", STRINGS),
              Map.entry("cmd", STRINGS),
              Map.entry("environment", Type.map(STRING, STRING)),
              Map.entry("labels", Type.map(STRING, STRING)),
              Map.entry("ports", Type.list(PORT)),
              Map.entry("volumes", STRINGS)));

  /** A Dockerfile, as the linter makes it of the file. */
  public static final Type DOCKERFILE =
      struct(
          "Dockerfile",
          List.of("apiVersion", "kind", "escape", "casing"),
          Map.of(
              "metadata", struct("Metadata", List.of("name"), Map.of()),
              "directives", Type.list(struct("Directive", List.of("name", "value"), Map.of())),
              "stages", Type.list(STAGE),
              "instructions", Type.list(INSTRUCTION),
              "context",
                  struct(
                      "Context",
                      List.of(),
                      Map.of(
                          "known",
                          BOOL,
                          "dockerignore",
                          BOOL,
                          "ignored",
                          STRINGS,
                          "entries",
                          STRINGS))));

  private static final Map<String, Type> BY_RESOURCE = Map.of("dockerfiles", DOCKERFILE);

  private DeskTypes() {}

  /** Returns the type of {@code object} for a policy; dyn unless it is about one of ours alone. */
  static Type of(Policy policy) {
    var constraints = policy.matchConstraints();
    if (constraints == null || constraints.rules().isEmpty()) {
      return Type.DYN;
    }
    Type found = null;
    for (var rule : constraints.rules()) {
      if (!rule.apiGroups().equals(List.of(GROUP)) || rule.resources().size() != 1) {
        return Type.DYN;
      }
      var type = BY_RESOURCE.getOrDefault(rule.resources().getFirst(), Type.DYN);
      if (found != null && found != type) {
        return Type.DYN;
      }
      found = type;
    }
    return found == null ? Type.DYN : found;
  }

  private static Type struct(String name, List<String> texts, Map<String, Type> others) {
    Map<String, Type> fields = new LinkedHashMap<>();
    texts.forEach(text -> fields.put(text, STRING));
    others.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> fields.put(entry.getKey(), entry.getValue()));
    return new Type.Struct("plimsoll." + name, fields);
  }
}
