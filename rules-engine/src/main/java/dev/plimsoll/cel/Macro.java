package dev.plimsoll.cel;

/** What a comprehension was written as. */
sealed interface Macro {
  /** {@code range.all(x, predicate)}. */
  record All(Expr predicate) implements Macro {}

  /** {@code range.exists(x, predicate)}. */
  record Exists(Expr predicate) implements Macro {}

  /** Any other. */
  record Other() implements Macro {}

  static Macro of(Expr.Comprehension fold) {
    if (fold.step() instanceof Expr.Call call
        && call.arguments().size() == 2
        && isAccumulator(fold, call.arguments().getFirst())
        && isAccumulator(fold, fold.result())
        && fold.initial() instanceof Expr.Constant(_, var initial)
        && fold.condition() instanceof Expr.Call(_, var guard, _, _)
        && guard.equals("@not_strictly_false")) {
      var predicate = call.arguments().get(1);
      if (call.function().equals("_&&_") && Boolean.TRUE.equals(initial)) {
        return new All(predicate);
      }
      if (call.function().equals("_||_") && Boolean.FALSE.equals(initial)) {
        return new Exists(predicate);
      }
    }
    return new Other();
  }

  private static boolean isAccumulator(Expr.Comprehension fold, Expr expr) {
    return expr instanceof Expr.Ident(_, var name) && name.equals(fold.accumulator());
  }
}
