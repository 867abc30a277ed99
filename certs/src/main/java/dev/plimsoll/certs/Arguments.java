package dev.plimsoll.certs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words of a command line, sorted: {@code --name VALUE…}, {@code --name=VALUE} and the words
 * that stand alone.
 *
 * @param words what belongs to no option
 * @param options the values of each option given; a flag has none
 */
public record Arguments(List<String> words, Map<String, List<String>> options) {

  /** How many values an option takes. */
  public enum Takes {
    NOTHING,
    ONE,
    /** One or more, up to the next option; the option may also be repeated. */
    MANY
  }

  /** A command line that cannot be obeyed; the message says all that is wrong with it. */
  public static final class UsageException extends Exception {
    public UsageException(String message) {
      super(message);
    }
  }

  /**
   * Sorts the words.
   *
   * @param known every option there is, with its dashes
   */
  public static Arguments parse(List<String> args, Map<String, Takes> known) throws UsageException {
    var words = new ArrayList<String>();
    var options = new LinkedHashMap<String, List<String>>();
    var problems = new ArrayList<String>();
    for (int i = 0; i < args.size(); ) {
      var word = args.get(i++);
      if (word.equals("-h")) {
        word = "--help";
      }
      if (!word.startsWith("--")) {
        words.add(word);
        continue;
      }
      int equals = word.indexOf('=');
      var name = equals < 0 ? word : word.substring(0, equals);
      var takes = known.get(name);
      if (takes == null) {
        problems.add(
            "unknown option '" + name + "'; known are " + String.join(", ", known.keySet()));
        continue;
      }
      var values = new ArrayList<String>();
      if (equals >= 0) {
        values.add(word.substring(equals + 1));
      } else {
        int most = takes == Takes.MANY ? args.size() : takes == Takes.ONE ? 1 : 0;
        while (values.size() < most && i < args.size() && !args.get(i).startsWith("--")) {
          values.add(args.get(i++));
        }
      }
      if (values.isEmpty() != (takes == Takes.NOTHING)) {
        problems.add(name + (values.isEmpty() ? " needs a value" : " takes no value"));
      }
      var before = options.computeIfAbsent(name, n -> new ArrayList<>());
      if (takes == Takes.ONE && !before.isEmpty()) {
        problems.add(name + " is given twice");
      }
      before.addAll(values);
    }
    if (!problems.isEmpty()) {
      throw new UsageException(String.join("\n", problems));
    }
    return new Arguments(words, options);
  }

  public boolean has(String option) {
    return options.containsKey(option);
  }

  public List<String> all(String option) {
    return options.getOrDefault(option, List.of());
  }

  public Optional<String> one(String option) {
    return all(option).stream().findFirst();
  }
}
