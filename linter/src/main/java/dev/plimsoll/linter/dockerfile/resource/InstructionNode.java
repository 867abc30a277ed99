package dev.plimsoll.linter.dockerfile.resource;

import dev.plimsoll.document.ListNode;
import dev.plimsoll.document.MapNode;
import dev.plimsoll.linter.dockerfile.Arguments;
import dev.plimsoll.linter.dockerfile.Build;
import dev.plimsoll.linter.dockerfile.Comment;
import dev.plimsoll.linter.dockerfile.Flag;
import dev.plimsoll.linter.dockerfile.Heredoc;
import dev.plimsoll.linter.dockerfile.Instruction;
import dev.plimsoll.linter.dockerfile.Operands;
import dev.plimsoll.linter.dockerfile.Pair;
import dev.plimsoll.linter.dockerfile.Word;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/** One instruction with its parts and what is known where it stands. */
final class InstructionNode {

  private final Build build;
  private final BuildContext context;
  private final Instruction instruction;
  private final Word keyword;

  InstructionNode(Build build, BuildContext context, Instruction instruction) {
    this.build = build;
    this.context = context;
    this.instruction = instruction;
    this.keyword = instruction.keyword();
  }

  /**
   * @param position what the instructions before it, and the stage, make of it
   */
  MapNode node(StagePosition position) {
    var words = Operands.words(instruction);
    var commands = CommandNodes.of(instruction, position.shell());
    var fields =
        new Fields()
            .put("name", instruction.name(), keyword)
            .put("keyword", keyword.text(), keyword)
            .put("text", instruction.text().text())
            .put("line", instruction.line())
            .put("endLine", instruction.endLine())
            .put("stage", position.stage())
            .put("ships", position.ships())
            .put("needed", position.needed())
            .put("args", Fields.strings(words))
            .put("json", json())
            .put("flags", Fields.list(instruction.flags(), this::flag, Flag::word))
            .put("heredocs", Fields.list(instruction.heredocs(), this::heredoc, Heredoc::operator))
            .put("above", Fields.plain(instruction.above().stream().map(Comment::text).toList()))
            .put("pairs", Fields.list(Operands.pairs(instruction), this::pair, Pair::name))
            .put("commands", commands)
            .put("script", CommandNodes.script(commands))
            .put("mounts", mounts())
            .put("previous", position.previous(), keyword)
            .put("repeated", position.repeated(), keyword)
            .put("lastInStage", position.lastInStage(), keyword)
            .put("effective", position.effective(), keyword)
            .put("shell", Fields.plain(position.shell().words()))
            .put("shellSet", position.shell().set())
            .put("posix", position.shell().posix())
            .put("workdirSet", position.workdirSet())
            .put("overridden", position.overridden(), keyword)
            .put("undefined", undefined())
            .put("trigger", trigger());
    emptyContinuation(fields);
    from(fields, words, position);
    copy(fields, words, position);
    user(fields, words);
    return fields
        .put("kind", kind())
        .put("path", instruction.name().equals("WORKDIR") ? expanded(words) : "", first(words))
        .put("ports", instruction.name().equals("EXPOSE") ? ports(words) : Fields.none())
        .build();
  }

  private boolean json() {
    return instruction.arguments() instanceof Arguments.Json
        || instruction.arguments() instanceof Arguments.Health health
            && health.command() instanceof Arguments.Json;
  }

  private String kind() {
    return instruction.arguments() instanceof Arguments.Health health
        ? health.type().text().toUpperCase(Locale.ROOT)
        : "";
  }

  private Object flag(Flag flag) {
    var value = flag.value();
    return new Fields()
        .put("name", flag.name(), flag.word())
        .put("value", value == null ? "" : value.text(), value == null ? flag.word() : value)
        .build();
  }

  private Object heredoc(Heredoc heredoc) {
    return new Fields()
        .put("name", heredoc.name(), heredoc.operator())
        .put("content", heredoc.content(), heredoc.operator())
        .put("expand", heredoc.expand(), heredoc.operator())
        .build();
  }

  private Object pair(Pair pair) {
    return new Fields()
        .put("name", unquoted(build.expanded(instruction, pair.name())), pair.name())
        .put("value", unquoted(build.expanded(instruction, pair.value())), pair.value())
        .put("written", pair.value().text(), pair.value())
        .put("legacy", pair.legacy(), pair.name())
        .put("selfReferring", refersToSiblings(pair), pair.value())
        .put("given", pair.value().start() > pair.name().end(), pair.name())
        .build();
  }

  private ListNode mounts() {
    var mounts = new ListNode.Builder();
    for (var flag : instruction.flags()) {
      var value = flag.value();
      if (flag.name().equals("mount") && value != null) {
        mounts.add(value.text(), value.start(), value.end());
      }
    }
    return mounts.build();
  }

  /** Whether a value uses what another pair of the same ENV sets, which it does not see. */
  private boolean refersToSiblings(Pair pair) {
    if (!instruction.name().equals("ENV") || pair.value().text().indexOf('$') < 0) {
      return false;
    }
    return build.undefined().getOrDefault(instruction, List.of()).stream()
        .anyMatch(
            one ->
                pair.value().text().matches("(?s).*\\$\\{?" + Pattern.quote(one.name()) + "\\b.*")
                    && Operands.pairs(instruction).stream()
                        .anyMatch(other -> other.name().text().equals(one.name())));
  }

  private ListNode undefined() {
    var list = new ListNode.Builder();
    for (var one : build.undefined().getOrDefault(instruction, List.of())) {
      var place = place(one.name());
      var node =
          new Fields()
              .put("name", one.name(), place)
              .put("suggestion", one.suggestion().orElse(""), place);
      list.add(node.build(), place.start(), place.end());
    }
    return list.build();
  }

  /** Returns where a variable is used first. */
  private Word place(String variable) {
    var joined = instruction.joined();
    for (String use : List.of("$" + variable, "${" + variable)) {
      int index = joined.text().indexOf(use);
      if (index >= 0) {
        return new Word(use, joined.offset(index), joined.offset(index + use.length() - 1) + 1);
      }
    }
    return keyword;
  }

  private String trigger() {
    return instruction.arguments() instanceof Arguments.Trigger(Instruction inner)
        ? inner.name()
        : "";
  }

  /** The warning belongs to the last of the joined lines, as in BuildKit. */
  private void emptyContinuation(Fields fields) {
    var joined = instruction.joined();
    int last = joined.offset(Math.max(0, joined.text().length() - 1));
    fields.put("emptyContinuation", instruction.emptyContinuation(), last, last + 1);
  }

  private void from(Fields fields, List<Word> words, StagePosition position) {
    boolean from = instruction.name().equals("FROM") && !words.isEmpty();
    var platform = from ? instruction.flagValue("platform").orElse(null) : null;
    var name = from && words.size() == 3 ? words.get(2) : null;
    String text = platform == null ? "" : platform.text();
    String alias = name == null ? "" : name.text();
    var image = from ? words.getFirst() : keyword;
    fields
        .put(
            "image",
            from
                ? ImageNode.of(image, build.expanded(instruction, image), position.base())
                : ImageNode.NONE,
            image)
        .put("alias", alias, Objects.requireNonNullElse(name, keyword))
        .put(
            "aliasTaken",
            name != null && position.earlier().containsKey(alias.toLowerCase(Locale.ROOT)),
            Objects.requireNonNullElse(name, keyword))
        .put("as", name == null ? "" : words.get(1).text(), name == null ? keyword : words.get(1))
        .put("platform", text, Objects.requireNonNullElse(platform, keyword))
        .put(
            "constantPlatform",
            !text.isEmpty() && Platforms.isConstant(text, alias.toLowerCase(Locale.ROOT)),
            Objects.requireNonNullElse(platform, keyword));
  }

  private void copy(Fields fields, List<Word> words, StagePosition position) {
    boolean copies =
        (instruction.name().equals("COPY") || instruction.name().equals("ADD")) && words.size() > 1;
    var sources = copies ? words.subList(0, words.size() - 1) : List.<Word>of();
    var destination = copies ? words.getLast() : keyword;
    var from = copies ? instruction.flagValue("from").orElse(null) : null;
    var seen = from == null ? context : BuildContext.UNKNOWN;
    fields
        .put(
            "sources",
            Fields.list(
                sources,
                word ->
                    SourceNode.of(
                        word,
                        build.expanded(instruction, word),
                        instruction.heredocs().stream()
                            .anyMatch(heredoc -> heredoc.operator().text().equals(word.text())),
                        seen),
                word -> word))
        .put(
            "destination",
            copies ? unquoted(build.expanded(instruction, destination)) : "",
            destination)
        .put("from", from == null ? "" : from.text(), Objects.requireNonNullElse(from, keyword))
        .put(
            "fromStage",
            Long.valueOf(from == null ? -1 : position.stageNamed(from.text())),
            Objects.requireNonNullElse(from, keyword));
  }

  private void user(Fields fields, List<Word> words) {
    String whole = instruction.name().equals("USER") ? unquoted(expanded(words)) : "";
    int colon = whole.indexOf(':');
    fields
        .put("user", colon < 0 ? whole : whole.substring(0, colon), first(words))
        .put("group", colon < 0 ? "" : whole.substring(colon + 1), first(words));
  }

  private ListNode ports(List<Word> words) {
    return Fields.list(
        words, word -> PortNode.of(word, build.expanded(instruction, word)), word -> word);
  }

  private String expanded(List<Word> words) {
    return words.isEmpty() ? "" : build.expanded(instruction, words.getFirst());
  }

  private Word first(List<Word> words) {
    return words.isEmpty() ? keyword : words.getFirst();
  }

  private static String unquoted(String text) {
    return text.length() > 1
            && (text.charAt(0) == '"' || text.charAt(0) == '\'')
            && text.charAt(text.length() - 1) == text.charAt(0)
        ? text.substring(1, text.length() - 1)
        : text;
  }
}
