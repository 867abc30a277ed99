package dev.plimsoll.cel;

import java.util.AbstractMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The value of {@code variables}: a map that evaluates an entry when it is first looked at, and
 * charges who looks.
 */
final class PolicyVariables extends AbstractMap<String, @Nullable Object> implements OpaqueValue {
  private static final Type TYPE = Type.opaque("kubernetes.variables");

  private final Activation activation;
  private final Meter meter;

  PolicyVariables(Activation activation, Meter meter) {
    this.activation = activation;
    this.meter = meter;
  }

  @Override
  public @Nullable Object get(@Nullable Object key) {
    var variable = key instanceof String name ? activation.variable(name) : null;
    return variable == null ? null : activation.evaluateVariable(variable, meter);
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return key instanceof String name && activation.variable(name) != null;
  }

  @Override
  public Set<Entry<String, @Nullable Object>> entrySet() {
    throw EvaluationException.NO_SUCH_OVERLOAD;
  }

  @Override
  public int size() {
    return activation.variables().size();
  }

  @Override
  public Type type() {
    return TYPE;
  }

  @Override
  public boolean equalTo(@Nullable Object other) {
    if (!(other instanceof PolicyVariables same)) {
      throw EvaluationException.NO_SUCH_OVERLOAD;
    }
    return activation == same.activation;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PolicyVariables same && activation == same.activation;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(activation);
  }

  @Override
  public long costSize() {
    return size();
  }

  @Override
  public String toString() {
    return TYPE.toString();
  }
}
