package dev.plimsoll.linter.cli;

/** A command that can't be carried out as it was given; its message is for the user. */
final class UsageException extends Exception {

  UsageException(String message) {
    super(message, null, false, false);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
