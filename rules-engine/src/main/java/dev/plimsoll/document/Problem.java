package dev.plimsoll.document;

/**
 * Something wrong with a text, at its place.
 *
 * @param kind what it means for the text around it
 * @param message what is wrong, with the value quoted, and what to do; no place in it
 */
public record Problem(Kind kind, String message, Span span) {

  /** How bad a problem is. */
  public enum Kind {
    /** The document could not be read from here on. */
    UNREADABLE,
    /** A key stands twice in one mapping; the last one counts. */
    DUPLICATE_KEY
  }
}
