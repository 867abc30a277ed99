package dev.plimsoll.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.plimsoll.review.Denial;
import dev.plimsoll.review.Verdict;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.api.model.admission.v1.AdmissionResponse;
import io.fabric8.kubernetes.api.model.admission.v1.AdmissionReview;
import java.util.stream.Collectors;

/** Builds every answer the webhook gives; nothing else says whether a request is allowed. */
final class AdmissionResponses {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final ObjectWriter REVIEWS = MAPPER.writerFor(AdmissionReview.class);
  private static final ObjectWriter STATUSES = MAPPER.writerFor(Status.class);

  private AdmissionResponses() {}

  /** The answer to a request that was judged. */
  static byte[] judged(String uid, Verdict verdict) {
    var response = new AdmissionResponse();
    response.setAllowed(verdict.allowed());
    if (!verdict.allowed()) {
      response.setStatus(status(verdict.code(), verdict.reason(), message(verdict)));
    }
    response.setWarnings(Warnings.fit(verdict.warnings()));
    response.setAuditAnnotations(AuditKeys.fit(verdict.auditAnnotations()));
    return review(uid, response);
  }

  /** Returns all that denied a request, a line each; the API server itself tells only the first. */
  static String message(Verdict verdict) {
    return verdict.denials().isEmpty()
        ? verdict.message()
        : verdict.denials().stream().map(Denial::message).collect(Collectors.joining("\n"));
  }

  /** The answer to a request that could not be judged: a denial that says why. */
  static byte[] refused(String uid, Refusal refusal) {
    var response = new AdmissionResponse();
    response.setAllowed(false);
    response.setStatus(status(refusal.code(), refusal.reason(), refusal.message()));
    return review(uid, response);
  }

  /** What is sent where there is no request to answer: a plain {@code Status}. */
  static byte[] status(Refusal refusal) {
    return bytes(STATUSES, status(refusal.code(), refusal.reason(), refusal.message()));
  }

  private static byte[] review(String uid, AdmissionResponse response) {
    response.setUid(uid);
    var review = new AdmissionReview();
    review.setResponse(response);
    return bytes(REVIEWS, review);
  }

  private static Status status(int code, String reason, String message) {
    return new StatusBuilder()
        .withStatus("Failure")
        .withCode(code)
        .withReason(reason)
        .withMessage(message)
        .build();
  }

  private static byte[] bytes(ObjectWriter writer, Object value) {
    try {
      return writer.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer of strings and numbers can always be written", e);
    }
  }
}
