package dev.plimsoll.linter.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Work spread over the processors. */
final class Parallel {

  /** Fewer items are done before another thread has started. */
  private static final int WORTH_A_THREAD = 8;

  private Parallel() {}

  /** Returns the results in the order of the items. */
  static <T, R> List<R> map(List<T> items, Function<T, R> work) {
    int threads =
        Math.min(Runtime.getRuntime().availableProcessors(), items.size() / WORTH_A_THREAD);
    if (threads <= 1) {
      var results = new ArrayList<R>(items.size());
      items.forEach(item -> results.add(work.apply(item)));
      return results;
    }
    var results = new Object[items.size()];
    var next = new AtomicInteger();
    var failure = new AtomicReference<@Nullable Throwable>();
    Runnable worker =
        () -> {
          try {
            for (int i = next.getAndIncrement(); i < results.length; i = next.getAndIncrement()) {
              results[i] = work.apply(items.get(i));
            }
          } catch (Throwable e) {
            next.set(results.length);
            failure.compareAndSet(null, e);
          }
        };
    var others = new ArrayList<Thread>();
    for (int i = 1; i < threads; i++) {
      others.add(Thread.ofPlatform().name("lint-" + i).daemon().start(worker));
    }
    worker.run();
    others.forEach(Parallel::join);
    switch (failure.get()) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable e -> throw new IllegalStateException(e);
    }
    return cast(results);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while linting", e);
    }
  }

  @SuppressWarnings("unchecked")
  private static <R> List<R> cast(Object[] results) {
    return (List<R>) List.of(results);
  }
}
