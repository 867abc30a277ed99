package dev.plimsoll.webhook;

import dev.plimsoll.review.Review;
import dev.plimsoll.review.Verdict;

/** Decides on requests. Called by many threads at once. */
@FunctionalInterface
interface Judge {

  /**
   * Returns the verdict in time: what is not evaluated by then has failed.
   *
   * @param deadline by {@link System#nanoTime}
   */
  Verdict judge(Review review, long deadline);
}
