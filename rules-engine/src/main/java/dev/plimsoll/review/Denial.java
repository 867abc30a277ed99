package dev.plimsoll.review;

/**
 * An outcome that denies a request.
 *
 * @param message with the names of policy and binding before the policy's own
 * @param reason {@code Invalid}, {@code Forbidden}, ...
 */
public record Denial(Outcome outcome, String message, String reason) {

  /** Returns the HTTP status of the reason, as kubernetes/apiserver's reasonToCode. */
  public int code() {
    return switch (reason) {
      case "Forbidden" -> 403;
      case "Unauthorized" -> 401;
      case "NotFound" -> 404;
      case "RequestEntityTooLarge" -> 413;
      default -> 422;
    };
  }

  static Denial of(Outcome outcome, String message, String reason) {
    var place = outcome.place();
    var binding = place.binding();
    var whose = binding == null ? "" : " with binding '" + binding.name() + "'";
    var text =
        "ValidatingAdmissionPolicy '%s'%s denied request: %s"
            .formatted(place.policy().name(), whose, message);
    return new Denial(outcome, text, reason);
  }
}
