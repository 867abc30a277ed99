package dev.plimsoll.admission;

import dev.plimsoll.document.FieldPath;
import java.util.List;

/** What came of decoding an object into its type. */
sealed interface Decoding {

  /**
   * The object is of its type.
   *
   * @param problems what a strict API server refuses, and another one warns of
   */
  record Decoded(Struct object, List<StrictProblem> problems) implements Decoding {}

  /**
   * The object is not of its type.
   *
   * @param message as the API server's JSON decoder words it
   */
  record Undecodable(FieldPath path, String message) implements Decoding {}
}
