package dev.plimsoll.cel;

/**
 * Counts what an evaluation costs, in Kubernetes' units, and stops it at its limits. Belongs to one
 * evaluation at a time.
 *
 * <p>The rules are those of cel-go's interpreter/runtimecost.go: variables of a policy count apart,
 * each against its own limit, and are charged to who touches them first.
 */
public final class Meter {
  /** What one expression may cost. */
  public static final long PER_CALL_LIMIT = 1_000_000;

  private static final int CHECK_FREQUENCY = 100;

  private final long limit;
  private final long deadline;
  private long spent;
  private long spentOnVariables;
  private int iterations;

  /** Makes a meter with the limit of one expression and no deadline. */
  public Meter() {
    this(PER_CALL_LIMIT);
  }

  public Meter(long perCallLimit) {
    this(perCallLimit, Long.MAX_VALUE);
  }

  /**
   * Makes a meter that also watches the clock.
   *
   * @param deadline the {@link System#nanoTime()} to stop at; {@link Long#MAX_VALUE} for none
   */
  public Meter(long perCallLimit, long deadline) {
    this.limit = perCallLimit;
    this.deadline = deadline;
  }

  /** Returns what was spent so far, on variables touched first here too. */
  public long cost() {
    return spent + spentOnVariables;
  }

  /** Charges so many steps of one each. */
  void step(int steps) {
    spent += steps;
    if (spent > limit) {
      spent = limit + 1;
      throw exceeded();
    }
  }

  /** Charges one call, whose cost is not divisible. */
  void charge(long cost) {
    spent += cost;
    // A call that claims a negative cost wraps around in Go, whose counter is unsigned.
    if (spent > limit || spent < 0) {
      throw exceeded();
    }
  }

  /** Counts one iteration of a comprehension and looks at the clock now and then. */
  void iterate() {
    if (++iterations % CHECK_FREQUENCY == 0
        && deadline != Long.MAX_VALUE
        && System.nanoTime() - deadline >= 0) {
      throw new BudgetException("operation interrupted");
    }
  }

  /** Makes the meter of a variable, which has the same limits. */
  Meter forVariable() {
    return new Meter(limit, deadline);
  }

  void addVariable(Meter variable) {
    spentOnVariables += variable.cost();
  }

  private static BudgetException exceeded() {
    return new BudgetException("operation cancelled: actual cost limit exceeded");
  }
}
