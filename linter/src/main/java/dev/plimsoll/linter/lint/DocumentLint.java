package dev.plimsoll.linter.lint;

import dev.plimsoll.admission.Admission;
import dev.plimsoll.admission.AdmissionResult;
import dev.plimsoll.document.Document;
import dev.plimsoll.document.Problem;
import dev.plimsoll.linter.rules.BuiltInRules;
import dev.plimsoll.linter.rules.Severity;
import dev.plimsoll.linter.source.Manifest;
import dev.plimsoll.review.Cluster;
import dev.plimsoll.review.Review;
import dev.plimsoll.review.Reviewer;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges a document. Used by many threads.
 *
 * @param admission null if objects are judged as they are written
 * @param inForce the rules that objects are judged by, with the linter's own
 * @param known all rules that there are
 */
record DocumentLint(
    Reviewer reviewer, @Nullable Admission admission, Set<String> inForce, Set<String> known) {

  /** Returns what the objects of a document came to; nothing if it has none. */
  FileResult lint(Document document, Cluster cluster) {
    var result = new FileResult();
    var manifests = Manifest.of(document);
    for (var manifest : manifests) {
      var judged = new ObjectLint(manifest);
      admitted(manifest, judged).ifPresent(review -> judged.add(reviewer.review(review, cluster)));
      judged.add(reviewer.review(ManifestReview.asWritten(manifest), cluster));
      PolicyLint.problems(manifest).forEach(judged.findings()::add);
      for (var problem : document.problems()) {
        if (manifest == owner(manifests, problem)) {
          judged.findings().add(duplicateKey(manifest, problem));
        }
      }
      result.notChecked().addAll(judged.notChecked());
      addUnignored(manifest, judged, result);
    }
    result.judged(manifests.size());
    return result;
  }

  /** Returns the review of an object as the API server admits it, unless it is refused. */
  private Optional<Review> admitted(Manifest manifest, ObjectLint judged) {
    if (admission == null) {
      return Optional.of(ManifestReview.of(manifest));
    }
    var result = admission.admit(manifest.object());
    for (var problem : result.problems()) {
      judged.report(
          BuiltInRules.UNKNOWN_FIELD, Severity.WARNING, problem.message(), problem.path());
    }
    return switch (result) {
      case AdmissionResult.Admitted admitted ->
          Optional.of(ManifestReview.of(manifest, admitted.object()));
      case AdmissionResult.Unknown _ -> Optional.of(ManifestReview.of(manifest));
      case AdmissionResult.Refused refused -> {
        for (var cause : refused.causes()) {
          judged.report(
              BuiltInRules.INVALID_MANIFEST, Severity.ERROR, cause.message(), cause.path());
        }
        judged.notChecked("", "the API server refuses the object before any policy judges it");
        yield Optional.empty();
      }
    };
  }

  private void addUnignored(Manifest manifest, ObjectLint judged, FileResult result) {
    var ignores = new Ignores(manifest);
    for (var finding : judged.findings()) {
      if (!ignores.hide(finding)) {
        result.findings().add(finding);
      }
    }
    var sure = new HashSet<>(inForce);
    judged.notChecked().forEach(one -> sure.remove(one.rule()));
    ignores.notes(sure, known).forEach(result.findings()::add);
  }

  /** Returns the last object that starts at or before a problem. */
  private static Manifest owner(List<Manifest> manifests, Problem problem) {
    var owner = manifests.getFirst();
    for (var manifest : manifests) {
      if (Places.firstLine(manifest) <= problem.span().line()) {
        owner = manifest;
      }
    }
    return owner;
  }

  private static Finding duplicateKey(Manifest manifest, Problem problem) {
    var source = manifest.document().source();
    return new Finding(
        BuiltInRules.DUPLICATE_KEY,
        Severity.ERROR,
        problem.message(),
        source.name(),
        problem.span(),
        Places.path(manifest, problem.span()),
        Places.block(manifest.document()),
        Places.resource(manifest),
        List.of(),
        source.line(problem.span().line()));
  }
}
