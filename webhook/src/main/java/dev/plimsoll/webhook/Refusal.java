package dev.plimsoll.webhook;

/**
 * Why something is not judged, in the words of Kubernetes' {@code Status}.
 *
 * @param code the HTTP status that the user gets
 * @param reason such as {@code BadRequest}
 */
record Refusal(int code, String reason, String message) {

  static final Refusal INTERNAL_ERROR =
      new Refusal(
          500,
          "InternalError",
          "the webhook failed while judging this request, so it is denied; its log says more");

  static final Refusal TOO_LARGE =
      new Refusal(413, "RequestEntityTooLarge", "the body is larger than 8 MiB");

  static Refusal badRequest(String message) {
    return new Refusal(400, "BadRequest", message);
  }

  static Refusal unsupported(String message) {
    return new Refusal(415, "UnsupportedMediaType", message);
  }
}
