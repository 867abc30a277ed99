package dev.plimsoll.policy;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A policy in force: with its bindings, by name, and its expressions, compiled when first used. */
public final class BoundPolicy {
  private final Policy policy;
  private final List<Binding> bindings;
  private final ExpressionCompiler compiler;
  private volatile @Nullable CompiledPolicy compiled;

  BoundPolicy(Policy policy, List<Binding> bindings, ExpressionCompiler compiler) {
    this.policy = policy;
    this.bindings = bindings.stream().sorted(Comparator.comparing(Binding::name)).toList();
    this.compiler = compiler;
  }

  public Policy policy() {
    return policy;
  }

  public List<Binding> bindings() {
    return bindings;
  }

  public CompiledPolicy compiled() {
    var known = compiled;
    if (known == null) {
      synchronized (this) {
        known = compiled;
        if (known == null) {
          known = CompiledPolicy.of(policy, compiler);
          compiled = known;
        }
      }
    }
    return known;
  }
}
