package dev.plimsoll.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every example of every native rule gets the verdict that it is there for, in the same words, from
 * {@code lint}, from {@code review} and from {@code POST /validate} of the packaged webhook.
 */
@TestInstance(Lifecycle.PER_CLASS)
class DoorsAgreeTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Served server = Served.start("policies/kubernetes");

  @BeforeAll
  void ready() {
    server.awaitReady();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  static Stream<Example> examples() {
    return Example.of("kubernetes").stream();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void allDoorsSayTheSame(Example example) throws IOException {
    var linted = linted(example);
    assertThat(!linted.isEmpty()).isEqualTo(example.fails());
    assertThat(reviewed(example)).isEqualTo(linted);
    assertThat(served(example)).isEqualTo(linted);
  }

  private static Set<String> linted(Example example) throws IOException {
    var run =
        Plimsoll.run("lint", "--policies", policy(example), "--format", "json", file(example));
    assertThat(run.code()).as(run.err()).isLessThan(2);
    var messages = new HashSet<String>();
    for (var finding : JSON.readTree(run.out()).path("findings")) {
      if (finding.path("rule").asText().equals(example.rule())) {
        messages.add(finding.path("message").asText());
      }
    }
    return messages;
  }

  private static Set<String> reviewed(Example example) throws IOException {
    var run = Plimsoll.run("review", "--policies", policy(example), "--request", file(example));
    assertThat(run.code()).as(run.err()).isEqualTo(example.fails() ? 1 : 0);
    var messages = new HashSet<String>();
    for (var decision : JSON.readTree(run.out()).path("decisions")) {
      if (decision.path("result").asText().equals("fail")) {
        messages.add(decision.path("message").asText());
      }
    }
    return messages;
  }

  /** Returns what the example's own rule denies; the other rules are in force too. */
  private Set<String> served(Example example) throws IOException {
    var messages = new HashSet<String>();
    var run = Plimsoll.run("admit", file(example));
    assertThat(run.code()).as(run.err()).isZero();
    for (var admitted : JSON.readTree(run.out())) {
      var response = JSON.readTree(server.validate(admitted.path("object"))).path("response");
      var denied = "ValidatingAdmissionPolicy '%1$s' with binding '%1$s' denied request: ";
      var prefix = denied.formatted(example.rule());
      response
          .path("status")
          .path("message")
          .asText()
          .lines()
          .filter(line -> line.contains(prefix))
          .map(line -> line.substring(line.indexOf(prefix) + prefix.length()))
          .forEach(messages::add);
    }
    return messages;
  }

  private static String policy(Example example) {
    return "policies/" + example.folder() + "/policy.yaml";
  }

  private static String file(Example example) {
    return example.toString();
  }
}
