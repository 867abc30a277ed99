package dev.plimsoll.linter.cli;

import dev.plimsoll.linter.rules.Rulebook;
import dev.plimsoll.linter.rules.Spelling;
import dev.plimsoll.linter.source.FileSearch;
import dev.plimsoll.linter.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The rules that come with Plimsoll. */
final class Profiles {

  static final String DEFAULT = "recommended";

  private Profiles() {}

  /** Returns all shipped policies, with the bindings of one profile. */
  static Rulebook load(String profile) throws UsageException, IOException {
    var names = names();
    if (!names.contains(profile)) {
      throw new UsageException(
          "no profile is called \"%s\"%s: there are %s"
              .formatted(profile, Spelling.didYouMean(profile, names), String.join(", ", names)));
    }
    var file = folder().resolve("profiles").resolve(profile + ".yaml");
    var all = new ArrayList<SourceFile>();
    all.add(new SourceFile(file.toString(), file, true));
    all.addAll(FileSearch.find(folder(), List.of("**/policy.yaml")));
    return Rulebook.read(all);
  }

  static List<String> names() throws IOException {
    try (var files = Files.list(folder().resolve("profiles"))) {
      return files.map(f -> f.getFileName().toString().replace(".yaml", "")).sorted().toList();
    }
  }

  /**
   * Returns the shortest example of a rule; empty if it has none.
   *
   * @param verdict {@code fail} or {@code pass}
   */
  static String example(String rule, String verdict) throws IOException {
    var examples = new ArrayList<String>();
    var pattern = "*/" + rule + "/examples/" + verdict + "/*.yaml";
    try {
      for (var file : FileSearch.find(folder(), List.of(pattern))) {
        examples.add(Files.readString(file.path()));
      }
    } catch (NoSuchFileException none) {
      return "";
    }
    return examples.stream().min(Comparator.comparingInt(String::length)).orElse("");
  }

  private static Path folder() {
    return Path.of(System.getProperty("plimsoll.home", ".."), "policies");
  }
}
