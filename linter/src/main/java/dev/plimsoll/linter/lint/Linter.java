package dev.plimsoll.linter.lint;

import dev.plimsoll.admission.Admission;
import dev.plimsoll.document.Source;
import dev.plimsoll.linter.dockerfile.resource.BuildContext;
import dev.plimsoll.linter.rules.BuiltInRules;
import dev.plimsoll.linter.source.Manifest;
import dev.plimsoll.linter.source.SourceFile;
import dev.plimsoll.review.Reviewer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Judges files by policies, on all processors.
 *
 * <p>Each file is read once and forgotten once it is judged. Only documents that can't be judged
 * before all files are read are kept until then, and the objects that policies look up.
 */
public final class Linter {

  private final Reviewer reviewer;
  private final @Nullable Admission admission;
  private final Set<String> inForce;
  private final Set<String> known;
  private final List<Manifest> objects;

  /**
   * A linter that judges objects as they are written.
   *
   * @param knownRules all rules that there are, in force or not
   * @param objects what else is known of the cluster: params, Namespaces and others
   */
  public Linter(Reviewer reviewer, Collection<String> knownRules, Collection<Manifest> objects) {
    this(reviewer, null, knownRules, objects);
  }

  /**
   * @param admission how objects are admitted before they are judged; null to judge them as they
   *     are written
   * @param knownRules all rules that there are, in force or not
   * @param objects what else is known of the cluster: params, Namespaces and others
   */
  public Linter(
      Reviewer reviewer,
      @Nullable Admission admission,
      Collection<String> knownRules,
      Collection<Manifest> objects) {
    this.reviewer = reviewer;
    this.admission = admission;
    this.inForce = new HashSet<>(BuiltInRules.all().keySet());
    reviewer.policies().policies().forEach(policy -> inForce.add(policy.policy().name()));
    this.known = new HashSet<>(knownRules);
    this.known.addAll(inForce);
    this.objects = List.copyOf(objects);
  }

  /**
   * Judges files.
   *
   * @param progress told how many files are done, by several threads
   */
  public LintResult lint(List<SourceFile> files, IntConsumer progress) {
    var facts = new Facts(reviewer.policies());
    objects.forEach(facts::add);
    var reading = new FileLint(new DocumentLint(reviewer, admission, inForce, known), facts);
    var done = new AtomicInteger();
    var first =
        Parallel.map(
            files,
            file -> {
              var result = reading.lint(file);
              progress.accept(done.incrementAndGet());
              return result;
            });
    return finish(first, facts, files.stream().map(SourceFile::name).toList());
  }

  /** Judges one text. */
  public LintResult lint(Source source) {
    var facts = new Facts(reviewer.policies());
    objects.forEach(facts::add);
    var reading = new FileLint(new DocumentLint(reviewer, admission, inForce, known), facts);
    return finish(List.of(reading.lint(source)), facts, List.of(source.name()));
  }

  /** Judges the text of a Dockerfile; of the folder it is built from nothing is known. */
  public LintResult lintDockerfile(Source source) {
    var facts = new Facts(reviewer.policies());
    var dockerfiles = DockerfileLint.of(new DocumentLint(reviewer, null, inForce, known));
    var result = dockerfiles.lint(source, BuildContext.UNKNOWN);
    return finish(List.of(result), facts, List.of(source.name()));
  }

  private LintResult finish(List<FileResult> first, Facts facts, List<String> names) {
    var waiting = first.stream().flatMap(file -> file.waiting().stream()).toList();
    var judging = new DocumentLint(reviewer, admission, inForce, known);
    var cluster = facts.cluster();
    var second = Parallel.map(waiting, document -> judging.lint(document, cluster));

    var findings = new ArrayList<Finding>();
    var notChecked = new ArrayList<NotChecked>();
    int resources = 0;
    boolean unreadable = false;
    for (var results : List.of(first, second)) {
      for (var result : results) {
        findings.addAll(result.findings());
        notChecked.addAll(result.notChecked());
        resources += result.resources();
        unreadable |= result.unreadable();
      }
    }
    findings.sort(Finding.ORDER);
    notChecked.sort(NotChecked.ORDER);
    return new LintResult(findings, notChecked, names, resources, unreadable);
  }
}
