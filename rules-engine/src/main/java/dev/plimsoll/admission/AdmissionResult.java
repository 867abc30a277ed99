package dev.plimsoll.admission;

import dev.plimsoll.document.MapNode;
import dev.plimsoll.policy.FieldError;
import java.util.List;

/** What the API server makes of an object that is to be created. */
public sealed interface AdmissionResult {

  /** Returns what is wrong with the fields as such: unknown ones, and those that stand twice. */
  List<StrictProblem> problems();

  /**
   * The object as policies get it.
   *
   * @param object what came from the file keeps its place, though its text may have changed
   */
  record Admitted(MapNode object, List<StrictProblem> problems) implements AdmissionResult {
    public Admitted {
      problems = List.copyOf(problems);
    }
  }

  /**
   * The API server refuses the object before any policy sees it.
   *
   * @param code the HTTP status: 400 or 422
   * @param reason such as {@code BadRequest} or {@code Invalid}
   * @param causes one for each wrong field
   */
  record Refused(
      int code,
      String reason,
      String message,
      List<FieldError> causes,
      List<StrictProblem> problems)
      implements AdmissionResult {
    public Refused {
      causes = List.copyOf(causes);
      problems = List.copyOf(problems);
    }
  }

  /**
   * The kind is not one of the version's own.
   *
   * @param object as it is written
   * @param reason why it isn't known
   */
  record Unknown(MapNode object, String reason) implements AdmissionResult {
    @Override
    public List<StrictProblem> problems() {
      return List.of();
    }
  }
}
