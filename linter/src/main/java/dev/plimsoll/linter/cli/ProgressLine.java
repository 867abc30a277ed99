package dev.plimsoll.linter.cli;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Tells a person who waits at a terminal how far a long run is; silent anywhere else. */
final class ProgressLine implements IntConsumer, AutoCloseable {

  private static final int EVERY = 500;
  private static final long PATIENCE_NANOS = 1_000_000_000L;

  private final int all;
  private final Terminal terminal;
  private final long start = System.nanoTime();
  private final AtomicInteger shown = new AtomicInteger();

  ProgressLine(int all, Terminal terminal) {
    this.all = all;
    this.terminal = terminal;
  }

  @Override
  public void accept(int done) {
    if (terminal.errIsTerminal()
        && done % EVERY == 0
        && System.nanoTime() - start > PATIENCE_NANOS
        && shown.getAndAccumulate(done, Math::max) < done) {
      terminal.err().print("\r%d of %d files".formatted(done, all));
      terminal.err().flush();
    }
  }

  @Override
  public void close() {
    if (shown.get() > 0) {
      terminal.err().print("\r\u001B[K");
      terminal.err().flush();
    }
  }
}
