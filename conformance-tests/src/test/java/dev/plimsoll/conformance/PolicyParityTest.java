package dev.plimsoll.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plimsoll.cel.ValueJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;

/**
 * Policies say to made-up requests what the API server's own code says. Where Go isn't at hand to
 * build that code, its recorded answers are taken; the program {@link PolicyParity} asks more.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PolicyParityTest {
  private static final long SEED = 1_000_000;
  private static final long REVIEWS = 200;
  private static final long BROKEN_POLICIES = 300;
  private static final Path RECORDED =
      Repository.ROOT.resolve("conformance-tests/src/test/resources/policies/answers.jsonl");

  private @Nullable Oracle oracle;

  @BeforeAll
  void start(TestReporter reporter) throws IOException, InterruptedException {
    oracle = Oracle.start().orElse(null);
    reporter.publishEntry(
        "judge", oracle == null ? "recorded answers" : "the oracle, built with Go");
  }

  @AfterAll
  void stop() throws IOException {
    if (oracle != null) {
      oracle.close();
    }
  }

  @Test
  void judgesAsTheApiServerJudged() throws IOException {
    var found = new ArrayList<PolicyParity.Disagreement>();
    long seed = SEED;
    for (var answer : Files.readAllLines(RECORDED)) {
      var question = ValueJson.of(RandomReview.of(seed).fields());
      PolicyParity.disagreement(seed, question, answer).ifPresent(found::add);
      seed++;
    }
    assertThat(seed - SEED).isEqualTo(REVIEWS);
    assertThat(found).isEmpty();
  }

  @Test
  void judgesAsTheApiServer() throws IOException {
    assumeTrue(oracle != null, "no Go to build the oracle with: install Go 1.26");
    assertThat(PolicyParity.disagreements(oracle, SEED + REVIEWS, REVIEWS)).isEmpty();
  }

  @Test
  void refusesBrokenPoliciesAsTheApiServer() throws IOException {
    assumeTrue(oracle != null, "no Go to build the oracle with: install Go 1.26");
    assertThat(PolicyCheckParity.disagreements(oracle, SEED, BROKEN_POLICIES)).isEmpty();
  }
}
