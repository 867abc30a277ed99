package dev.plimsoll.cel;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value that knows where it came from.
 *
 * @param place where it stands, or would stand if it were not missing; null if it was computed
 * @param sources what it was computed from
 * @param elements the elements of a list that was put together; null for any other value
 * @param kept whether a comprehension chose or made the elements, so that they are what it is about
 */
record Traced(
    @Nullable Object value,
    @Nullable Origin place,
    List<Origin> sources,
    @Nullable List<Traced> elements,
    boolean kept) {

  static Traced constant(@Nullable Object value) {
    return new Traced(value, null, List.of(), null, false);
  }

  static Traced at(@Nullable Object value, @Nullable Origin place) {
    return new Traced(value, place, List.of(), null, false);
  }

  /** A value computed from others. */
  static Traced of(@Nullable Object value, List<Traced> operands) {
    return new Traced(value, null, originsOf(operands), null, false);
  }

  /** A list put together of elements. */
  static Traced list(List<Traced> elements, List<Origin> sources, boolean kept) {
    var values = new ArrayList<@Nullable Object>(elements.size());
    elements.forEach(element -> values.add(element.value()));
    return new Traced(values, null, sources, elements, kept);
  }

  static List<Origin> originsOf(List<Traced> operands) {
    Set<Origin> all = new LinkedHashSet<>();
    operands.forEach(operand -> all.addAll(operand.origins()));
    return List.copyOf(all);
  }

  /** Returns the places that this value is about. */
  List<Origin> origins() {
    if (place != null) {
      return List.of(place);
    }
    return kept && elements != null && !elements.isEmpty() ? originsOf(elements) : sources;
  }

  /** Returns the elements of a list, each with its place. */
  List<Traced> items() {
    if (elements != null) {
      return elements;
    }
    if (!(value instanceof List<?> list)) {
      return List.of();
    }
    var items = new ArrayList<Traced>(list.size());
    for (int i = 0; i < list.size(); i++) {
      items.add(
          place == null
              ? new Traced(list.get(i), null, sources, null, false)
              : at(list.get(i), place.item(i)));
    }
    return items;
  }

  /** Returns the same value, also computed from others. */
  Traced also(List<Origin> more) {
    var all = new LinkedHashSet<>(more);
    all.addAll(origins());
    return new Traced(value, null, List.copyOf(all), elements, kept);
  }

  /** Returns the value inside a present optional. */
  Traced unwrapped() {
    return value instanceof OptionalValue optional
        ? new Traced(optional.value(), place, sources, elements, kept)
        : this;
  }

  Traced wrapped() {
    return new Traced(OptionalValue.of(value), place, sources, elements, kept);
  }
}
