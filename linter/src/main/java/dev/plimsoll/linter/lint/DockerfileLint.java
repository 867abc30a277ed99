package dev.plimsoll.linter.lint;

import dev.plimsoll.document.Document;
import dev.plimsoll.document.Source;
import dev.plimsoll.linter.dockerfile.resource.BuildContext;
import dev.plimsoll.linter.dockerfile.resource.DockerfileResource;
import dev.plimsoll.linter.rules.BuiltInRules;
import dev.plimsoll.linter.rules.Severity;
import dev.plimsoll.linter.source.Manifest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Judges Dockerfiles. Used by many threads.
 *
 * @param peers our rules by the ids that hadolint and BuildKit have for them, such as {@code
 *     hadolint/DL3006}
 */
record DockerfileLint(DocumentLint documents, Map<String, Set<String>> peers) {

  static DockerfileLint of(DocumentLint documents) {
    var peers = new TreeMap<String, Set<String>>();
    for (var policy : documents.reviewer().policies().policies()) {
      for (var id : policy.policy().annotation("replaces").split("[,\\s]+")) {
        peers.computeIfAbsent(id, _ -> new HashSet<>()).add(policy.policy().name());
      }
    }
    var asWritten =
        new DocumentLint(documents.reviewer(), null, documents.inForce(), documents.known());
    return new DockerfileLint(asWritten, peers);
  }

  /**
   * Judges a file; what BuildKit refuses in it is reported, and the rest is judged all the same.
   */
  FileResult lint(Source source, BuildContext context) {
    var resource = DockerfileResource.read(source, context);
    var document = resource.document();
    var readable =
        new Document(
            source,
            document.root(),
            document.start(),
            document.end(),
            document.comments(),
            List.of());
    var manifest = Manifest.of(readable).getFirst();
    var judged = documents.lint(readable, PendingCluster.INSTANCE);
    var pragmas = new DockerfilePragmas(resource.file(), peers);
    judged.findings().removeIf(pragmas::hide);
    for (var problem : document.problems()) {
      judged.unreadable(
          new Finding(
              BuiltInRules.UNREADABLE_DOCUMENT,
              Severity.ERROR,
              problem.message(),
              source.name(),
              problem.span(),
              "",
              Places.block(manifest, problem.span()),
              Places.resource(manifest),
              List.of(),
              source.line(problem.span().line())));
    }
    return judged;
  }
}
