package dev.plimsoll.webhook;

import static io.helidon.http.HeaderNames.CONTENT_ENCODING;
import static io.helidon.http.HeaderNames.CONTENT_TYPE;

import io.helidon.http.Header;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.regex.Pattern;

/**
 * {@code POST /validate}: the HTTP edge of the protocol. Whatever happens, a request that can be
 * named is answered by an AdmissionReview with status 200 (the API server takes any other status
 * for a webhook that is down), everything else by a 4xx; nothing is ever allowed by accident.
 */
final class AdmissionEndpoint implements Handler {

  private static final Logger LOG = System.getLogger(AdmissionEndpoint.class.getName());
  private static final Header JSON = HeaderValues.create(CONTENT_TYPE, "application/json");

  private static final Pattern JSON_TYPE =
      Pattern.compile(
          "\\s*application/json\\s*(;\\s*charset\\s*=\\s*\"?utf-8\"?\\s*)?",
          Pattern.CASE_INSENSITIVE);

  private final Judge judge;
  private final Metrics metrics;
  private final InFlight inFlight;

  AdmissionEndpoint(Judge judge, Metrics metrics, InFlight inFlight) {
    this.judge = judge;
    this.metrics = metrics;
    this.inFlight = inFlight;
  }

  @Override
  public void handle(ServerRequest request, ServerResponse response) throws IOException {
    long start = System.nanoTime();
    inFlight.taken();
    try {
      var answer = answer(request, start);
      metrics.request(answer.verdict, answer.code, System.nanoTime() - start);
      response.status(answer.httpStatus).header(JSON).send(answer.body);
    } finally {
      inFlight.answered();
    }
  }

  /**
   * An answer on its way out.
   *
   * @param verdict {@code allowed}, {@code denied}, {@code refused} (not judged) or {@code failed}
   * @param code what the API server's user gets
   */
  private record Answer(int httpStatus, String verdict, int code, byte[] body) {}

  private Answer answer(ServerRequest request, long start) throws IOException {
    var whole = RequestBody.read(request);
    if (whole.isEmpty()) {
      return refused(Refusal.TOO_LARGE);
    }
    byte[] body = whole.get();
    var unusable = unusableHeaders(request);
    if (!unusable.isEmpty()) {
      return refused(Refusal.unsupported(unusable));
    }
    if (body.length == 0) {
      return refused(Refusal.badRequest("the body is empty; an AdmissionReview is wanted"));
    }
    AdmissionRequest asked;
    long deadline;
    try {
      var timeout = request.query().first("timeout").orElse("");
      deadline = start + Deadline.forEvaluation(timeout).toNanos();
      asked = AdmissionReviewReader.read(body);
    } catch (UnreadableException e) {
      return unreadable(body, e.reason());
    }
    return judged(asked, deadline);
  }

  /** Answers a request that was read; a fault of ours denies it. */
  private Answer judged(AdmissionRequest asked, long deadline) {
    try {
      var verdict = judge.judge(asked.review(), deadline);
      metrics.checks(verdict);
      if (!verdict.allowed()) {
        AdmissionLog.denied(asked, verdict);
      }
      return new Answer(
          200,
          verdict.allowed() ? "allowed" : "denied",
          verdict.code(),
          AdmissionResponses.judged(asked.uid(), verdict));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      LOG.log(Level.ERROR, "request " + asked.uid() + " is denied because judging it failed", e);
      var refusal = Refusal.INTERNAL_ERROR;
      return new Answer(
          200, "failed", refusal.code(), AdmissionResponses.refused(asked.uid(), refusal));
    }
  }

  private static Answer unreadable(byte[] body, String reason) {
    var refusal = Refusal.badRequest("this is not a usable AdmissionReview: " + reason);
    LOG.log(Level.WARNING, refusal.message());
    return AdmissionReviewReader.uid(body)
        .map(uid -> new Answer(200, "refused", 400, AdmissionResponses.refused(uid, refusal)))
        .orElseGet(() -> refused(refusal));
  }

  private static Answer refused(Refusal refusal) {
    return new Answer(
        refusal.code(), "refused", refusal.code(), AdmissionResponses.status(refusal));
  }

  /** Returns what is wrong with the headers, or nothing. */
  private static String unusableHeaders(ServerRequest request) {
    var type = request.headers().first(CONTENT_TYPE).orElse("none");
    if (!JSON_TYPE.matcher(type).matches()) {
      return "content type '" + type + "' is not application/json";
    }
    var encoding = request.headers().first(CONTENT_ENCODING).orElse("identity");
    return encoding.equalsIgnoreCase("identity")
        ? ""
        : "content encoding '" + encoding + "' is not supported; send the body as it is";
  }
}
