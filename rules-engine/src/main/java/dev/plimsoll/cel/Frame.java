package dev.plimsoll.cel;

import org.jspecify.annotations.Nullable;

/** The state of one evaluation. */
final class Frame {
  final Activation activation;
  final Meter meter;

  /** The variables of comprehensions, an {@link EvaluationException} where one has no value. */
  final @Nullable Object[] slots;

  Frame(Activation activation, Meter meter, int slots) {
    this(activation, meter, new @Nullable Object[slots]);
  }

  private Frame(Activation activation, Meter meter, @Nullable Object[] slots) {
    this.activation = activation;
    this.meter = meter;
    this.slots = slots;
  }

  /** Returns the same state with a meter that counts for nobody. */
  Frame unmetered() {
    return new Frame(activation, new Meter(Long.MAX_VALUE), slots);
  }
}
