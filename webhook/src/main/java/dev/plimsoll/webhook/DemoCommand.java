package dev.plimsoll.webhook;

import dev.plimsoll.certs.Arguments.UsageException;
import dev.plimsoll.certs.CertificateAuthority;
import dev.plimsoll.certs.CertsException;
import dev.plimsoll.certs.SubjectNames;
import dev.plimsoll.document.DocumentReader;
import dev.plimsoll.document.FieldPath;
import dev.plimsoll.linter.lint.Finding;
import dev.plimsoll.linter.lint.LintResult;
import dev.plimsoll.linter.lint.Linter;
import dev.plimsoll.linter.lint.ManifestReview;
import dev.plimsoll.linter.rules.Severity;
import dev.plimsoll.linter.source.FileSearch;
import dev.plimsoll.linter.source.Manifest;
import dev.plimsoll.linter.source.SourceFile;
import dev.plimsoll.linter.source.TextFile;
import dev.plimsoll.policy.Policy;
import dev.plimsoll.review.FileCluster;
import dev.plimsoll.review.Reviewer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code plimsoll demo}: sends the manifests of {@code examples/} to a real webhook, lints the same
 * files, and shows that both say the same.
 */
final class DemoCommand {

  private static final String PROFILE = "recommended";

  private DemoCommand() {}

  /**
   * Runs the demo.
   *
   * @param home the folder that Plimsoll is installed in
   * @return whether the webhook and the linter agree on everything
   */
  static boolean run(Path home, DemoReport report)
      throws UsageException, CertsException, IOException {
    long start = System.nanoTime();
    var files = FileSearch.find(home, List.of("examples"));
    var manifests = manifests(files);
    var reviewer = Rules.load(Optional.of(PROFILE), List.of()).reviewer();
    var linted = lint(reviewer, files);
    var verdicts = new ArrayList<DemoVerdict>();

    var clock = Clock.systemUTC();
    var authority = CertificateAuthority.create(clock, CertificateAuthority.LEAF_LIFETIME);
    var names = SubjectNames.parse(List.of("localhost"));
    var credential = authority.issue(names, clock, CertificateAuthority.LEAF_LIFETIME);
    var cluster = FileCluster.whole(manifests.stream().map(Manifest::object).toList());
    try (var server =
            AdmissionServer.start(0, 0, credential, new ReviewingJudge(reviewer, cluster));
        var client =
            new DemoClient(
                URI.create("https://localhost:" + server.port() + "/validate?timeout=10s"),
                authority.certificate())) {
      report.opening("https://localhost:" + server.port(), reviewer.policies().policies().size());
      var bothDoors = rulesOfBothDoors(reviewer);
      for (var manifest : manifests) {
        var answer = client.ask(ManifestReview.of(manifest));
        var verdict = new DemoVerdict(manifest, answer, findings(linted, manifest, bothDoors));
        report.verdict(verdict);
        verdicts.add(verdict);
      }
    }
    report.closing(verdicts, (System.nanoTime() - start) / 1e9);
    return !verdicts.isEmpty() && verdicts.stream().allMatch(DemoVerdict::agree);
  }

  private static LintResult lint(Reviewer reviewer, List<SourceFile> files) {
    var known = reviewer.policies().policies().stream().map(p -> p.policy().name()).toList();
    return new Linter(reviewer, known, List.of()).lint(files, done -> {});
  }

  private static List<Manifest> manifests(List<SourceFile> files) throws IOException {
    var manifests = new ArrayList<Manifest>();
    for (var file : files) {
      for (var document : DocumentReader.read(TextFile.read(file))) {
        manifests.addAll(Manifest.of(document));
      }
    }
    return manifests;
  }

  /** Rules on files as they are written stand at the desk alone: no API server has such objects. */
  private static Set<String> rulesOfBothDoors(Reviewer reviewer) {
    return reviewer.policies().policies().stream()
        .map(bound -> bound.policy())
        .filter(policy -> !isForFilesOnly(policy))
        .map(Policy::name)
        .collect(Collectors.toSet());
  }

  private static boolean isForFilesOnly(Policy policy) {
    var constraints = policy.matchConstraints();
    return constraints != null
        && constraints.rules().stream()
            .allMatch(rule -> rule.apiGroups().equals(List.of("plimsoll.dev")));
  }

  private static List<Finding> findings(
      LintResult linted, Manifest manifest, Set<String> bothDoors) {
    int line = manifest.placeOf(FieldPath.ROOT).line();
    return linted.findings().stream()
        .filter(finding -> finding.severity() != Severity.NOTE)
        .filter(finding -> bothDoors.contains(finding.rule()))
        .filter(finding -> finding.file().equals(manifest.document().source().name()))
        .filter(f -> f.block().line() <= line && line <= f.block().endLine())
        .toList();
  }
}
