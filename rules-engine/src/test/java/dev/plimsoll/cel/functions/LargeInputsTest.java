package dev.plimsoll.cel.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.cel.EvaluationException;
import dev.plimsoll.cel.KubernetesVersion;
import dev.plimsoll.cel.Overload;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What anybody who may create an object can put into it: no call may take longer than linear. */
class LargeInputsTest {
  private static final int MILLION = 1_000_000;

  private static @Nullable Object call(String id, Object... arguments) {
    return Stream.of(Libraries.overloads(KubernetesVersion.LATEST.minor()))
        .flatMap(List::stream)
        .filter(overload -> overload.id().equals(id))
        .map(Overload::call)
        .findFirst()
        .orElseThrow()
        .apply(arguments);
  }

  @Test
  void searchesForWhatAlmostMatchesEverywhere() {
    var text = "a".repeat(MILLION);
    var almost = "a".repeat(MILLION / 2);
    assertThat(call("string_index_of_string", text, almost + "b")).isEqualTo(-1L);
    assertThat(call("string_last_index_of_string", text, "b" + almost)).isEqualTo(-1L);
    assertThat(call("string_last_index_of_string", text, almost)).isEqualTo(MILLION / 2L);
    assertThat(call("string_split_string", text, almost + "b")).isEqualTo(List.of(text));
  }

  @Test
  void matchesNestedRepetitions() {
    assertThat(call("string_find_string", "a".repeat(20_000), "((a*)*)*b")).isEqualTo("");
  }

  @Test
  void refusesToMakeTextNobodyCanStore() {
    var text = "a".repeat(MILLION);
    assertThatThrownBy(() -> call("string_replace_string_string", text, "", text))
        .isInstanceOf(EvaluationException.class);
    var many = Collections.nCopies(MILLION, "a");
    assertThatThrownBy(() -> call("list_join_string", many, text))
        .isInstanceOf(EvaluationException.class);
  }

  @Test
  void comparesQuantitiesOfAnyExponent() {
    var huge = Quantity.parse("1e2000000000");
    var smaller = Quantity.parse("9e1999999999");
    assertThat(call("quantity_compare_to", huge, smaller)).isEqualTo(1L);
    assertThatThrownBy(() -> call("quantity_add_int", huge, 1L))
        .isInstanceOf(EvaluationException.class);
    assertThat(Quantity.parse("9".repeat(MILLION)).signum()).isEqualTo(1);
  }

  @Test
  void countsWithoutMakingTheNumbers() {
    var numbers = Arguments.list(call("lists_range", Long.MAX_VALUE));
    assertThat(numbers.size()).isEqualTo(Integer.MAX_VALUE);
    assertThat(numbers.get(7)).isEqualTo(7L);
  }

  @Test
  void takesLoneSurrogatesForReplacementCharacters() {
    assertThat(call("string_char_at_int", "\ud800x", 0L)).isEqualTo("\ufffd");
    assertThat(call("strings_quote", "\udfff\u0000")).isEqualTo("\"\ufffd\u0000\"");
    assertThat(call("string_format", "%x", List.of("\ud800"))).isEqualTo("efbfbd");
  }
}
