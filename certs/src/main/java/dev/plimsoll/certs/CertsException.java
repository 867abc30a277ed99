package dev.plimsoll.certs;

/** A certificate, key or name that cannot be used; the message says which, and what to do. */
public final class CertsException extends Exception {

  public CertsException(String message) {
    super(message);
  }

  public CertsException(String message, Throwable cause) {
    super(message, cause);
  }
}
