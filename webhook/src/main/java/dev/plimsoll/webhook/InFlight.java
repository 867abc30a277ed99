package dev.plimsoll.webhook;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The requests that were taken and are not answered yet. */
final class InFlight {

  private final Semaphore free = new Semaphore(Integer.MAX_VALUE);

  void taken() {
    free.acquireUninterruptibly();
  }

  void answered() {
    free.release();
  }

  /** Returns once all that were taken are answered, or the time is over. */
  void await(Duration longest) {
    try {
      if (free.tryAcquire(Integer.MAX_VALUE, longest.toNanos(), TimeUnit.NANOSECONDS)) {
        free.release(Integer.MAX_VALUE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
