package dev.plimsoll.cel;

/**
 * An expression that cannot be compiled. Its message is what the API server says of it, {@code
 * compilation failed: ERROR: <input>:1:8: …}; its text what CEL says alone.
 */
public final class CompileException extends Exception {
  private final String text;

  private CompileException(String prefix, String text) {
    super(prefix + text);
    this.text = text;
  }

  /** An expression that doesn't parse, or whose types don't fit. */
  static CompileException failed(String text) {
    return new CompileException("compilation failed: ", text);
  }

  /** An expression with a constant part that has no value. */
  static CompileException instantiation(String text) {
    return new CompileException("program instantiation failed: ", text);
  }

  /** An expression of another type than is wanted. */
  static CompileException wrongType(String text) {
    return new CompileException("", text);
  }

  public String text() {
    return text;
  }
}
