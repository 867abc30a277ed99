package dev.plimsoll.webhook;

import dev.plimsoll.review.Verdict;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** One line for each denial: who wanted what, and why not. Objects are never logged. */
final class AdmissionLog {

  private static final Logger LOG = System.getLogger("dev.plimsoll.webhook.denials");

  private AdmissionLog() {}

  static void denied(AdmissionRequest asked, Verdict verdict) {
    if (!LOG.isLoggable(Level.INFO)) {
      return;
    }
    var review = asked.review();
    LOG.log(
        Level.INFO,
        "denied %s of %s%s %s by %s, request %s, code %d: %s"
            .formatted(
                review.operation(),
                review.resource().groupResource(),
                review.subResource().isEmpty() ? "" : "/" + review.subResource(),
                review.namespace().isEmpty()
                    ? review.name()
                    : review.namespace() + "/" + review.name(),
                review.user().username(),
                asked.uid(),
                verdict.code(),
                AdmissionResponses.message(verdict).replace("\n", "; ")));
  }
}
