package dev.plimsoll.webhook;

import dev.plimsoll.document.Document;
import dev.plimsoll.document.DocumentReader;
import dev.plimsoll.document.FieldPath;
import dev.plimsoll.document.MapNode;
import dev.plimsoll.document.Problem;
import dev.plimsoll.document.Source;
import dev.plimsoll.policy.Binding;
import dev.plimsoll.policy.BindingReader;
import dev.plimsoll.policy.Policy;
import dev.plimsoll.policy.PolicyReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads the files that a server judges by: policies, bindings, and whatever else is in them
 * (params, Namespaces, objects that policies look up).
 */
final class PolicyFiles {

  private static final Pattern NAME = Pattern.compile(".*\\.(ya?ml|json)");

  final List<Policy> policies = new ArrayList<>();
  final List<Binding> bindings = new ArrayList<>();
  final List<MapNode> objects = new ArrayList<>();

  /** What cannot be used, each with its place. */
  final List<String> problems = new ArrayList<>();

  /** Reads a file, or the YAML and JSON files of a folder and those below it. */
  void read(Path path) {
    try (var files = Files.walk(path)) {
      Predicate<Path> wanted = file -> file.equals(path) || NAME.matcher(file.toString()).matches();
      for (var file : files.filter(Files::isRegularFile).filter(wanted).sorted().toList()) {
        var source = new Source(file.toString(), Files.readString(file));
        DocumentReader.read(source).forEach(this::read);
      }
    } catch (IOException | UncheckedIOException e) {
      problems.add("policies '" + path + "' cannot be read: " + e.getMessage());
    }
  }

  /** Adds an object that stands in no file. */
  void add(MapNode object) {
    var source = new Source("", "");
    read(new Document(source, object, 0, 0, List.of(), List.of()), object);
  }

  /** Binds each policy that has no binding with Deny, everywhere. */
  void bindTheUnbound() {
    var bound = new HashSet<String>();
    bindings.forEach(binding -> bound.add(binding.policyName()));
    policies.stream()
        .filter(policy -> !bound.contains(policy.name()))
        .forEach(policy -> bindings.add(Binding.denying(policy)));
  }

  private void read(Document document) {
    document.problems().stream()
        .filter(problem -> problem.kind() == Problem.Kind.UNREADABLE)
        .forEach(problem -> problem(document, problem.span().line(), problem.message()));
    if (document.root() instanceof MapNode object) {
      read(document, object);
    }
  }

  private void read(Document document, MapNode object) {
    if (PolicyReader.reads(object)) {
      var read = PolicyReader.read(object);
      policies.add(read.policy());
      read.errors().forEach(error -> problem(document, error.path(), error.toString()));
    } else if (BindingReader.reads(object)) {
      var read = BindingReader.read(object);
      bindings.add(read.binding());
      read.errors().forEach(error -> problem(document, error.path(), error.toString()));
    } else if (object.get("items") instanceof List<?> items) {
      for (var item : items) {
        if (item instanceof MapNode one) {
          read(document, one);
        }
      }
    } else if (object.containsKey("kind")) {
      objects.add(object);
    }
  }

  private void problem(Document document, FieldPath path, String message) {
    problem(document, document.place(path).line(), message);
  }

  private void problem(Document document, int line, String message) {
    problems.add(document.source().name() + ":" + line + ": " + message);
  }
}
