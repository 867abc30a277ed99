package dev.plimsoll.linter.dockerfile;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Says whether BuildKit takes an instruction with these flags and arguments. */
final class InstructionCheck {

  private static final Pattern STAGE_NAME = Pattern.compile("[a-z][a-z0-9-_.]*");
  private static final Set<String> NEVER_TRIGGERED = Set.of("ONBUILD", "MAINTAINER", "FROM");
  private static final Set<String> NETWORKS = Set.of("default", "none", "host");
  private static final Set<String> SECURITIES = Set.of("insecure", "sandbox");

  private static final Map<String, FlagSet> FLAGS =
      Map.of(
          "ADD",
          FlagSet.of("chown", "chmod", "checksum")
              .switches("link", "keep-git-dir", "unpack")
              .lists("exclude"),
          "COPY",
          FlagSet.of("chown", "from", "chmod").switches("link", "parents").lists("exclude"),
          "FROM",
          FlagSet.of("platform"),
          "RUN",
          FlagSet.of("network", "security").lists("mount", "device"),
          "HEALTHCHECK",
          FlagSet.of("interval", "timeout", "start-period", "start-interval", "retries"));

  private final Instruction instruction;
  private final String name;

  InstructionCheck(Instruction instruction) {
    this.instruction = instruction;
    this.name = instruction.name();
  }

  void check() throws SyntaxException {
    switch (name) {
      case "ADD", "COPY" -> checkCopy();
      case "ARG" -> checkArg();
      case "CMD", "ENTRYPOINT" -> checkFlags();
      case "ENV", "LABEL" -> checkPairs();
      case "EXPOSE", "USER", "WORKDIR", "MAINTAINER" -> {
        requireSome();
        checkFlags();
      }
      case "FROM" -> checkFrom();
      case "HEALTHCHECK" -> checkHealth();
      case "ONBUILD" -> checkTrigger();
      case "RUN" -> checkRun();
      case "SHELL" -> checkShell();
      case "STOPSIGNAL" -> requireSome();
      case "VOLUME" -> checkVolume();
      default ->
          throw error(
              "there is no instruction '%s'%s"
                  .formatted(
                      instruction.keyword().text(),
                      Keywords.suggestion(instruction.keyword().text())));
    }
  }

  private List<Word> words() {
    return switch (instruction.arguments()) {
      case Arguments.Words(List<Word> words) -> words;
      case Arguments.Json(List<Word> words, int start, int end) -> words;
      case Arguments.Text(Word word) -> List.of(word);
      case Arguments.Pairs(List<Pair> pairs) -> pairs.stream().map(Pair::name).toList();
      case Arguments.Health health -> List.of(health.type());
      case Arguments.None none -> List.of();
      case Arguments.Unread unread -> List.of();
      case Arguments.Trigger(Instruction inner) -> List.of(inner.keyword());
    };
  }

  private void requireSome() throws SyntaxException {
    if (words().isEmpty()) {
      throw error("%s needs an argument".formatted(name));
    }
  }

  private void checkFlags() throws SyntaxException {
    FLAGS.getOrDefault(name, FlagSet.of()).check(name, instruction.flags());
  }

  private void checkCopy() throws SyntaxException {
    var words = words();
    if (words.size() < 2) {
      throw error("%s needs a source and a destination".formatted(name));
    }
    checkFlags();
    if (HeredocFinder.isHeredoc(words.getLast())) {
      throw new SyntaxException(
          "%s can't copy to the heredoc '%s': write a destination"
              .formatted(name, words.getLast().text()),
          words.getLast());
    }
  }

  private void checkArg() throws SyntaxException {
    requireSome();
    for (var word : words()) {
      if (word.text().startsWith("=")) {
        throw new SyntaxException("'%s' has no name before its '='".formatted(word.text()), word);
      }
    }
  }

  private void checkPairs() throws SyntaxException {
    checkFlags();
    requireSome();
    for (var word : words()) {
      if (word.text().isEmpty()) {
        throw new SyntaxException("a name is missing before '='", word);
      }
    }
  }

  private void checkFrom() throws SyntaxException {
    var words = words();
    boolean named = words.size() == 3 && words.get(1).text().equalsIgnoreCase("as");
    if (!named && words.size() != 1) {
      throw error("FROM takes an image, or an image, AS and a name");
    }
    if (named && !STAGE_NAME.matcher(words.get(2).text().toLowerCase(Locale.ROOT)).matches()) {
      throw new SyntaxException(
          "'%s' can't name a stage: a name begins with a letter and holds letters, digits, '-', '_' and '.'"
              .formatted(words.get(2).text()),
          words.get(2));
    }
    checkFlags();
  }

  private void checkTrigger() throws SyntaxException {
    requireSome();
    checkFlags();
    if (instruction.arguments() instanceof Arguments.Trigger(Instruction inner)
        && NEVER_TRIGGERED.contains(inner.name().replaceAll("[\\u0085\\u00a0\\p{Z}]", ""))) {
      throw new SyntaxException(
          "%s can't be put off by ONBUILD".formatted(inner.name()), inner.keyword());
    }
  }

  private void checkRun() throws SyntaxException {
    checkFlags();
    for (var flag : instruction.flags()) {
      var value = flag.value();
      if (value == null) {
        continue;
      }
      switch (flag.name()) {
        case "device" -> MountSyntax.checkDevice(value);
        case "mount" -> MountSyntax.check(value);
        case "network" -> checkOneOf(flag, value, NETWORKS, "default, none or host");
        case "security" -> checkOneOf(flag, value, SECURITIES, "sandbox or insecure");
        default -> {}
      }
    }
  }

  private static void checkOneOf(Flag flag, Word value, Set<String> allowed, String shown)
      throws SyntaxException {
    if (!allowed.contains(value.text())) {
      throw new SyntaxException(
          "'%s' is no value of --%s: it takes %s".formatted(value.text(), flag.name(), shown),
          value);
    }
  }

  private void checkShell() throws SyntaxException {
    checkFlags();
    requireSome();
    if (!(instruction.arguments() instanceof Arguments.Json)) {
      throw error("SHELL takes a JSON array, such as [\"/bin/bash\", \"-c\"]");
    }
  }

  private void checkVolume() throws SyntaxException {
    requireSome();
    checkFlags();
    for (var word : words()) {
      if (word.text().chars().allMatch(Blanks::isSpace)) {
        throw new SyntaxException("a volume's path is empty", word);
      }
    }
  }

  private void checkHealth() throws SyntaxException {
    if (!(instruction.arguments() instanceof Arguments.Health(Word type, Arguments command))) {
      throw error("HEALTHCHECK needs NONE, or CMD and a command");
    }
    boolean none =
        command instanceof Arguments.None
            || command instanceof Arguments.Json json && json.words().isEmpty();
    switch (type.text().toUpperCase(Locale.ROOT)) {
      case "NONE" -> {
        if (!none) {
          throw new SyntaxException("HEALTHCHECK NONE takes no argument", type);
        }
      }
      case "CMD" -> {
        checkFlags();
        if (none) {
          throw new SyntaxException("HEALTHCHECK CMD needs a command", type);
        }
        checkHealthFlags();
      }
      default ->
          throw new SyntaxException(
              "'%s' is no kind of HEALTHCHECK: it is CMD or NONE".formatted(type.text()), type);
    }
  }

  private void checkHealthFlags() throws SyntaxException {
    for (var flag : instruction.flags()) {
      var value = flag.value();
      if (value == null || value.text().isEmpty()) {
        continue;
      }
      if (flag.name().equals("retries")) {
        if (!value.text().matches("\\+?[0-9]{1,20}") && !value.text().matches("-0{1,20}")
            || Double.parseDouble(value.text()) > Integer.MAX_VALUE) {
          throw new SyntaxException("'%s' is no number of retries".formatted(value.text()), value);
        }
      } else {
        long nanos = GoDuration.parse(value);
        if (nanos != 0 && nanos < 1_000_000) {
          throw new SyntaxException(
              "--%s=%s is less than 1ms".formatted(flag.name(), value.text()), value);
        }
      }
    }
  }

  private SyntaxException error(String message) {
    return new SyntaxException(message, instruction.keyword());
  }
}
