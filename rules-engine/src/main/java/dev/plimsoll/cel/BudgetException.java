package dev.plimsoll.cel;

/**
 * An evaluation that was stopped: it cost more than it may, or took longer than it may. No operator
 * absorbs it. Its message is cel-go's.
 */
public final class BudgetException extends RuntimeException {
  public BudgetException(String message) {
    super(message, null, false, false);
  }

  public String text() {
    return String.valueOf(getMessage());
  }
}
