package dev.plimsoll.linter.dockerfile.resource;

import dev.plimsoll.document.Document;
import dev.plimsoll.document.Source;
import dev.plimsoll.linter.dockerfile.Comment;

/** Comments of a Dockerfile as comments of a document. */
final class Comments {

  private Comments() {}

  static Document.Comment of(Comment comment, Source source) {
    int hash = source.text().indexOf('#', comment.start());
    int end = comment.end();
    while (end > hash && source.text().charAt(end - 1) <= ' ') {
      end--;
    }
    var span = source.span(hash, end);
    return new Document.Comment(
        span.line(),
        span.column(),
        source.text().substring(hash + 1, Math.max(hash + 1, end)),
        true);
  }
}
