package dev.plimsoll.linter.rules;

import dev.plimsoll.document.Document;
import dev.plimsoll.document.DocumentReader;
import dev.plimsoll.document.Span;
import dev.plimsoll.linter.source.Manifest;
import dev.plimsoll.linter.source.SourceFile;
import dev.plimsoll.linter.source.TextFile;
import dev.plimsoll.policy.Binding;
import dev.plimsoll.policy.BindingReader;
import dev.plimsoll.policy.ExpressionCompiler;
import dev.plimsoll.policy.FieldError;
import dev.plimsoll.policy.Policy;
import dev.plimsoll.policy.PolicyReader;
import dev.plimsoll.policy.PolicySet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What files say about rules: policies, bindings, and the objects that they look up.
 *
 * @param objects params, Namespaces and others
 * @param problems what is wrong with the files, each with its place, for users
 */
public record Rulebook(
    List<Policy> policies, List<Binding> bindings, List<Manifest> objects, List<String> problems) {

  public static final Rulebook EMPTY = new Rulebook(List.of(), List.of(), List.of(), List.of());

  public Rulebook {
    policies = List.copyOf(policies);
    bindings = List.copyOf(bindings);
    objects = List.copyOf(objects);
    problems = List.copyOf(problems);
  }

  /**
   * Reads files.
   *
   * @throws IOException if one can't be read
   */
  public static Rulebook read(List<SourceFile> files) throws IOException {
    var reader = new Reader();
    for (var file : files) {
      DocumentReader.read(TextFile.read(file)).forEach(reader::read);
    }
    return new Rulebook(reader.policies, reader.bindings, reader.objects, reader.problems);
  }

  /** Returns these rules and some more. */
  public Rulebook and(Rulebook more) {
    return new Rulebook(
        join(policies, more.policies),
        join(bindings, more.bindings),
        join(objects, more.objects),
        join(problems, more.problems));
  }

  /** Returns the same with a Deny binding for each policy that has none. */
  public Rulebook bound() {
    var bound = new HashSet<String>();
    bindings.forEach(binding -> bound.add(binding.policyName()));
    var added =
        policies.stream().filter(p -> !bound.contains(p.name())).map(Binding::denying).toList();
    return new Rulebook(policies, join(bindings, added), objects, problems);
  }

  /**
   * Returns the policies in force.
   *
   * @param compilers what compiles the expressions of each
   */
  public PolicySet policySet(Function<Policy, ExpressionCompiler> compilers) {
    return PolicySet.of(policies, bindings, compilers);
  }

  private static <T> List<T> join(List<T> one, List<T> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  private static final class Reader {
    private final List<Policy> policies = new ArrayList<>();
    private final List<Binding> bindings = new ArrayList<>();
    private final List<Manifest> objects = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    void read(Document document) {
      if (document.root() == null) {
        document.problems().forEach(p -> problem(document, p.span(), p.message()));
      }
      for (var manifest : Manifest.of(document)) {
        if (PolicyReader.reads(manifest.object())) {
          var read = PolicyReader.read(manifest.object());
          policies.add(read.policy());
          problems(manifest, read.errors());
        } else if (BindingReader.reads(manifest.object())) {
          var read = BindingReader.read(manifest.object());
          bindings.add(read.binding());
          problems(manifest, read.errors());
        } else {
          objects.add(manifest);
        }
      }
    }

    private void problems(Manifest manifest, List<FieldError> errors) {
      for (var error : errors) {
        var text = "%s: %s".formatted(error.path(), error.message());
        problem(manifest.document(), manifest.placeOf(error.path()), text);
      }
    }

    private void problem(Document document, Span span, String message) {
      problems.add(
          "%s:%d:%d: %s".formatted(document.source().name(), span.line(), span.column(), message));
    }
  }
}
