package dev.plimsoll.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the API server passes on of warnings and audit annotations. */
class WarningsTest {

  @Test
  void fewWarningsStayAsTheyAre() {
    assertThat(Warnings.fit(List.of("a", "b"))).containsExactly("a", "b");
    assertThat(Warnings.fit(List.of("x".repeat(4096)))).containsExactly("x".repeat(4096));
  }

  @Test
  void aWarningIsOneLineAndStandsOnce() {
    assertThat(Warnings.fit(List.of("one\r\ntwo\u0000three", "one two three", "four\u0085five")))
        .containsExactly("one two three", "four five");
  }

  @Test
  void beyondTheLimitEachIsShortenedAndTheRestIsCounted() {
    var many = IntStream.range(0, 30).mapToObj(i -> i + "😀".repeat(300)).toList();

    var fitted = Warnings.fit(many);

    assertThat(fitted.getFirst()).startsWith("0😀").endsWith("😀...");
    assertThat(fitted.getLast())
        .isEqualTo(30 - fitted.size() + 1 + " more warnings do not fit here");
    assertThat(fitted.stream().mapToInt(w -> w.codePointCount(0, w.length())).sum())
        .isLessThanOrEqualTo(4096);
    assertThat(Collections.max(fitted.stream().map(w -> w.codePointCount(0, w.length())).toList()))
        .isEqualTo(256);
  }

  @Test
  void keysOfAuditAnnotationsHoldNoSlashAndAreShortEnough() {
    var longest = "p".repeat(60) + "/key-a";

    var fitted = AuditKeys.fit(Map.of("policy/key", "1", longest, "2"));

    assertThat(fitted).containsEntry("policy_key", "1").containsValue("2");
    assertThat(fitted.keySet())
        .allSatisfy(key -> assertThat(key).matches("[A-Za-z0-9][-A-Za-z0-9_.]{0,61}[A-Za-z0-9]"));
    assertThat(AuditKeys.fit(Map.of("p".repeat(60) + "/key-b", "")).keySet())
        .doesNotContainAnyElementsOf(fitted.keySet());
  }
}
