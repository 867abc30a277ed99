package dev.plimsoll.linter.lint;

import dev.plimsoll.document.Document;
import dev.plimsoll.document.DocumentReader;
import dev.plimsoll.document.Problem;
import dev.plimsoll.document.Source;
import dev.plimsoll.document.Span;
import dev.plimsoll.linter.rules.BuiltInRules;
import dev.plimsoll.linter.rules.Severity;
import dev.plimsoll.linter.source.ContextFolder;
import dev.plimsoll.linter.source.DockerfileNames;
import dev.plimsoll.linter.source.Manifest;
import dev.plimsoll.linter.source.SourceFile;
import dev.plimsoll.linter.source.TextFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.util.List;

/** Reads a file and judges what it can of it at once. Used by many threads. */
record FileLint(DocumentLint documents, DockerfileLint dockerfiles, Facts facts) {

  FileLint(DocumentLint documents, Facts facts) {
    this(documents, DockerfileLint.of(documents), facts);
  }

  FileResult lint(SourceFile file) {
    try {
      var source = TextFile.read(file);
      if (DockerfileNames.matches(file.path())) {
        return dockerfiles.lint(source, ContextFolder.of(file.path()));
      }
      boolean other = file.name().endsWith(".json") && !source.text().contains("apiVersion");
      return other && !file.named() ? new FileResult() : lint(source);
    } catch (CharacterCodingException e) {
      return unreadable(file.name(), "this is no text in UTF-8: save it as such");
    } catch (AccessDeniedException e) {
      return unreadable(file.name(), "this file may not be read: change its permissions");
    } catch (IOException e) {
      return unreadable(file.name(), "this file cannot be read: " + e.getMessage());
    }
  }

  FileResult lint(Source source) {
    var result = new FileResult();
    for (var document : DocumentReader.read(source)) {
      if (document.root() == null && !document.problems().isEmpty()) {
        unreadable(document, result);
        continue;
      }
      Manifest.of(document).forEach(facts::add);
      var judged = documents.lint(document, PendingCluster.INSTANCE);
      if (judged.notChecked().stream().anyMatch(one -> PendingCluster.isPending(one.reason()))) {
        result.waiting().add(document);
      } else {
        result.add(judged);
      }
    }
    return result;
  }

  /** A template is no YAML before it is rendered, and its author knows. */
  private static void unreadable(Document document, FileResult result) {
    var source = document.source();
    for (var problem : document.problems()) {
      if (source.text().contains("{{")) {
        result
            .notChecked()
            .add(
                new NotChecked(
                    source.name(),
                    problem.span().line(),
                    "",
                    "a template that has not been rendered"));
      } else {
        result.unreadable(finding(document, problem));
      }
    }
  }

  private static Finding finding(Document document, Problem problem) {
    var source = document.source();
    return new Finding(
        BuiltInRules.UNREADABLE_DOCUMENT,
        Severity.ERROR,
        problem.message(),
        source.name(),
        problem.span(),
        "",
        Places.block(document),
        null,
        List.of(),
        source.line(problem.span().line()));
  }

  private static FileResult unreadable(String file, String message) {
    var result = new FileResult();
    result.unreadable(
        new Finding(
            BuiltInRules.UNREADABLE_DOCUMENT,
            Severity.ERROR,
            message,
            file,
            new Span(1, 1, 1, 1),
            "",
            new Finding.Block(1, 1),
            null,
            List.of(),
            ""));
    return result;
  }
}
