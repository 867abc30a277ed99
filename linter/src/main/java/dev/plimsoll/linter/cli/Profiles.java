package dev.plimsoll.linter.cli;

import dev.plimsoll.cel.KubernetesVersion;
import dev.plimsoll.document.Document;
import dev.plimsoll.document.Source;
import dev.plimsoll.linter.rules.Rulebook;
import dev.plimsoll.linter.rules.Spelling;
import dev.plimsoll.linter.source.Manifest;
import dev.plimsoll.policy.Binding;
import dev.plimsoll.policy.BindingReader;
import dev.plimsoll.policy.ExpressionCompiler;
import dev.plimsoll.policy.Policy;
import dev.plimsoll.policy.store.ShippedPolicies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** The rules that come with Plimsoll. */
final class Profiles {

  static final String DEFAULT = "recommended";

  /** The profile without rules, for those who bring their own. */
  private static final String NONE = "none";

  private final ShippedPolicies shipped = ShippedPolicies.load();

  /** Returns all shipped policies, with the bindings of one profile; nothing of {@code none}. */
  Rulebook rules(String profile) throws UsageException {
    if (profile.equals(NONE)) {
      return Rulebook.EMPTY;
    }
    var objects = shipped.profile(profile);
    if (objects.isEmpty()) {
      throw new UsageException(
          "no profile is called \"%s\"%s: there are %s"
              .formatted(
                  profile, Spelling.didYouMean(profile, names()), String.join(", ", names())));
    }
    var bindings = new ArrayList<Binding>();
    var others = new ArrayList<Manifest>();
    var source = new Source("profile " + profile, "");
    for (var object : objects.get()) {
      if (BindingReader.reads(object)) {
        bindings.add(BindingReader.read(object).binding());
      } else {
        others.addAll(Manifest.of(new Document(source, object, 0, 0, List.of(), List.of())));
      }
    }
    return new Rulebook(shipped.policies(), bindings, others, List.of());
  }

  List<String> names() {
    return List.copyOf(shipped.profiles());
  }

  /** Returns all rules that come with Plimsoll, in a profile or not. */
  List<Policy> policies() {
    return shipped.policies();
  }

  /** Returns what compiles each policy. */
  Function<Policy, ExpressionCompiler> compilers(KubernetesVersion version) {
    return policy -> shipped.compiler(policy, version);
  }

  /**
   * Returns the shortest example of a rule; empty if there is none to be found.
   *
   * @param verdict {@code fail} or {@code pass}
   */
  String example(String rule, String verdict) {
    var home = Path.of(System.getProperty("plimsoll.home", "."), "policies");
    return shipped.policies().stream()
        .filter(policy -> policy.name().equals(rule))
        .map(policy -> home.resolve(shipped.folder(policy)).resolve("examples").resolve(verdict))
        .filter(Files::isDirectory)
        .flatMap(folder -> texts(folder).stream())
        .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
        .orElse("");
  }

  private static List<String> texts(Path folder) {
    try (var files = Files.list(folder)) {
      var texts = new ArrayList<String>();
      for (var file : files.toList()) {
        texts.add(Files.readString(file));
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
