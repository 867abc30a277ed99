package dev.plimsoll.cel;

import java.util.List;
import java.util.Optional;

/**
 * Why an expression is false, once.
 *
 * @param element the innermost list element for which it is false; empty outside any list
 * @param causes the values that made it false, in document order; a missing one is named by the
 *     path it would have
 */
public record Evidence(Optional<Origin> element, List<Origin> causes) {
  public Evidence {
    causes = List.copyOf(causes);
  }
}
