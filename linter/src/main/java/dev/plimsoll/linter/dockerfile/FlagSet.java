package dev.plimsoll.linter.dockerfile;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The flags that an instruction takes.
 *
 * @param values those that need a value and stand once
 * @param switches those that are true or false and stand once
 * @param lists those that need a value and may stand again
 */
record FlagSet(Set<String> values, Set<String> switches, Set<String> lists) {

  static FlagSet of(String... values) {
    return new FlagSet(Set.of(values), Set.of(), Set.of());
  }

  FlagSet switches(String... names) {
    return new FlagSet(values, Set.of(names), lists);
  }

  FlagSet lists(String... names) {
    return new FlagSet(values, switches, Set.of(names));
  }

  void check(String instruction, List<Flag> flags) throws SyntaxException {
    var seen = new HashSet<String>();
    for (var flag : flags) {
      String name = flag.name();
      if (!known(name)) {
        throw unknown(instruction, flag);
      }
      if (!seen.add(name) && !lists.contains(name)) {
        throw new SyntaxException("--%s stands twice".formatted(name), flag.word());
      }
      if (switches.contains(name)) {
        checkSwitch(flag);
      } else if (flag.value() == null) {
        throw new SyntaxException("--%s needs a value".formatted(name), flag.word());
      }
    }
  }

  private static void checkSwitch(Flag flag) throws SyntaxException {
    var value = flag.value();
    if (value == null) {
      return;
    }
    switch (value.text().toLowerCase(Locale.ROOT)) {
      case "true", "false" -> {}
      case "" ->
          throw new SyntaxException(
              "--%s= needs true or false after its '='".formatted(flag.name()), flag.word());
      default ->
          throw new SyntaxException(
              "'%s' is neither true nor false, as --%s needs".formatted(value.text(), flag.name()),
              value);
    }
  }

  private SyntaxException unknown(String instruction, Flag flag) {
    var all = new TreeSet<String>(values);
    all.addAll(switches);
    all.addAll(lists);
    String hint =
        Keywords.nearest(flag.name(), all).map(" (did you mean --%s?)"::formatted).orElse("");
    return new SyntaxException(
        "%s has no flag --%s%s".formatted(instruction, flag.name(), hint), flag.word());
  }

  private boolean known(String name) {
    return values.contains(name) || switches.contains(name) || lists.contains(name);
  }
}
