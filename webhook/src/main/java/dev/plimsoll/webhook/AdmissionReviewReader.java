package dev.plimsoll.webhook;

import com.fasterxml.jackson.core.JsonToken;
import dev.plimsoll.document.MapNode;
import dev.plimsoll.review.ReviewReader;
import dev.plimsoll.review.UnusableReviewException;
import java.io.IOException;
import java.util.Optional;

/** Reads the body that the API server sends: one AdmissionReview. */
final class AdmissionReviewReader {

  private AdmissionReviewReader() {}

  static AdmissionRequest read(byte[] body) throws UnreadableException {
    if (!(JsonTree.decode(body) instanceof MapNode root)) {
      throw new UnreadableException("the body is JSON, but not an AdmissionReview");
    }
    try {
      var review = ReviewReader.read(root);
      if (root.get("request") instanceof MapNode request
          && request.get("uid") instanceof String uid
          && !uid.isEmpty()) {
        return new AdmissionRequest(uid, review);
      }
      throw new UnreadableException("request.uid is missing");
    } catch (UnusableReviewException e) {
      throw new UnreadableException(String.valueOf(e.getMessage()));
    }
  }

  /** Returns the request's uid as far as a broken body can be read. */
  static Optional<String> uid(byte[] body) {
    try (var parser = JsonTree.parser(body)) {
      int depth = 0;
      boolean inRequest = false;
      for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token.isStructStart()) {
          depth++;
        } else if (token.isStructEnd()) {
          depth--;
        } else if (token == JsonToken.FIELD_NAME && depth == 1) {
          inRequest = parser.currentName().equals("request");
        } else if (token == JsonToken.VALUE_STRING && depth == 2 && inRequest) {
          if ("uid".equals(parser.currentName()) && !parser.getText().isEmpty()) {
            return Optional.of(parser.getText());
          }
        }
      }
    } catch (IOException broken) {
      // whatever came before the fault held no uid
    }
    return Optional.empty();
  }
}
