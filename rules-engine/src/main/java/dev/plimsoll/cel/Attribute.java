package dev.plimsoll.cel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value and a way into it, as cel-go's attributes are: {@code object.spec.?replicas}. While
 * planned, qualifiers are added; afterwards it doesn't change.
 *
 * <p>Each qualifier costs one, and the attribute itself one more unless it stands where cel-go
 * resolves it without observing it: as a branch of a conditional or as an index.
 */
abstract class Attribute extends Step {
  /** What evaluating it costs beside its qualifiers. */
  int ownCost = 1;

  abstract void qualify(Qualifier qualifier);

  /** Tells whether it leads into a value. */
  abstract boolean isInside();

  /** Follows the qualifiers up to the last one, which is only looked for. */
  abstract boolean has(Frame frame);

  /** Makes the planned attribute fast. */
  Step freeze() {
    return this;
  }

  /** {@code condition ? yes : no}, with qualifiers that go into both. */
  static final class Choice extends Attribute {
    private final Step condition;
    private final Attribute yes;
    private final Attribute no;

    Choice(Step condition, Attribute yes, Attribute no) {
      this.condition = condition;
      this.yes = yes;
      this.no = no;
      yes.ownCost = 0;
      no.ownCost = 0;
    }

    @Override
    void qualify(Qualifier qualifier) {
      yes.qualify(qualifier);
      no.qualify(qualifier);
    }

    @Override
    boolean isInside() {
      return yes.isInside() && no.isInside();
    }

    @Override
    boolean has(Frame frame) {
      boolean has = condition.test(frame) ? yes.has(frame) : no.has(frame);
      // cel-go takes back what it never charged.
      frame.meter.step(-1);
      return has;
    }

    @Override
    @Nullable Object evaluate(Frame frame) {
      return condition.test(frame) ? yes.evaluate(frame) : no.evaluate(frame);
    }

    @Override
    boolean test(Frame frame) {
      return condition.test(frame) ? yes.test(frame) : no.test(frame);
    }
  }

  /** A root and qualifiers of any kind. */
  static final class Path extends Attribute {
    private final Step root;
    private final List<Qualifier> qualifiers = new ArrayList<>();

    Path(Step root) {
      this.root = root;
    }

    @Override
    void qualify(Qualifier qualifier) {
      qualifiers.add(qualifier);
    }

    @Override
    @Nullable Object evaluate(Frame frame) {
      Object value;
      try {
        value = resolve(frame, qualifiers.size());
      } catch (EvaluationException e) {
        frame.meter.step(ownCost);
        throw e;
      }
      frame.meter.step(ownCost);
      return value;
    }

    @Override
    boolean isInside() {
      return !qualifiers.isEmpty();
    }

    @Override
    boolean has(Frame frame) {
      int last = qualifiers.size() - 1;
      var container = resolve(frame, last);
      boolean optional = qualifiers.stream().anyMatch(Qualifier::optional);
      if (optional || container instanceof OptionalValue) {
        if (!(container instanceof OptionalValue present) || !present.present()) {
          return false;
        }
        container = present.value();
      }
      frame.meter.step(1);
      return qualifiers.get(last).find(frame, container) != Access.ABSENT;
    }

    private @Nullable Object resolve(Frame frame, int length) {
      var value = root.evaluate(frame);
      boolean optional = false;
      if (value instanceof OptionalValue some) {
        if (!some.present()) {
          return some;
        }
        optional = true;
        value = innermost(some);
      }
      for (int i = 0; i < length; i++) {
        var qualifier = qualifiers.get(i);
        optional |= qualifier.optional();
        if (optional) {
          value = qualifier.find(frame, value);
          if (value == Access.ABSENT) {
            return OptionalValue.NONE;
          }
          frame.meter.step(1);
        } else {
          value = qualified(frame, qualifier, value);
        }
      }
      return optional ? OptionalValue.of(value) : value;
    }

    /** Returns what is inside an optional; cel-go also looks into one within it. */
    private static @Nullable Object innermost(OptionalValue some) {
      var inner = some.value();
      while (inner instanceof OptionalValue deeper) {
        inner = deeper.value();
      }
      return inner;
    }

    private static @Nullable Object qualified(
        Frame frame, Qualifier qualifier, @Nullable Object container) {
      Object found;
      try {
        found = qualifier.find(frame, container);
      } catch (EvaluationException e) {
        frame.meter.step(1);
        throw e;
      }
      frame.meter.step(1);
      if (found == Access.ABSENT) {
        throw qualifier.missing(frame, container);
      }
      return found;
    }

    @Override
    Step freeze() {
      for (var qualifier : qualifiers) {
        if (qualifier.optional() || !(qualifier.key() instanceof String)) {
          return this;
        }
      }
      var names = qualifiers.stream().map(q -> String.valueOf(q.key())).toArray(String[]::new);
      return new Fields(root, names, ownCost);
    }
  }

  /** A root and plain fields: what nearly all attributes are. */
  static final class Fields extends Step {
    private final Step root;
    private final String[] names;
    private final int ownCost;

    Fields(Step root, String[] names, int ownCost) {
      this.root = root;
      this.names = names;
      this.ownCost = ownCost;
    }

    @Override
    @Nullable Object evaluate(Frame frame) {
      Object value;
      try {
        value = root.evaluate(frame);
      } catch (EvaluationException e) {
        frame.meter.step(ownCost);
        throw e;
      }
      return value instanceof OptionalValue some
              && (names.length > 0 || some.value() instanceof OptionalValue)
          ? inside(frame, some)
          : follow(frame, value);
    }

    private @Nullable Object follow(Frame frame, @Nullable Object start) {
      var value = start;
      for (int i = 0; i < names.length; i++) {
        Object inner;
        try {
          inner = Access.field(value, names[i]);
        } catch (EvaluationException e) {
          frame.meter.step(i + 1 + ownCost);
          throw e;
        }
        if (inner == Access.ABSENT) {
          frame.meter.step(i + 1 + ownCost);
          throw Access.missing(value, names[i]);
        }
        value = inner;
      }
      frame.meter.step(names.length + ownCost);
      return value;
    }

    private Object inside(Frame frame, OptionalValue some) {
      var value = Path.innermost(some);
      for (int i = 0; i < names.length && some.present(); i++) {
        value = Access.field(value, names[i]);
        if (value == Access.ABSENT) {
          frame.meter.step(i + ownCost);
          return OptionalValue.NONE;
        }
      }
      frame.meter.step((some.present() ? names.length : 0) + ownCost);
      return some.present() ? OptionalValue.of(value) : some;
    }
  }
}
