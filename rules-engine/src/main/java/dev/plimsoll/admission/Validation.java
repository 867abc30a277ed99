package dev.plimsoll.admission;

import dev.plimsoll.policy.FieldError;
import java.util.ArrayList;
import java.util.List;

/** The built-in validation: what the API server refuses in an object of the right type. */
final class Validation {
  private Validation() {}

  static List<FieldError> validate(Struct object) {
    var errors = new ArrayList<FieldError>();
    return errors;
  }
}
