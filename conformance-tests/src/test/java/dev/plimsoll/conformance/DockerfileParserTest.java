package dev.plimsoll.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plimsoll.linter.dockerfile.Dockerfile;
import dev.plimsoll.linter.dockerfile.Expansion;
import dev.plimsoll.linter.dockerfile.ExpansionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/**
 * Our Dockerfile parser against BuildKit's. {@code -Ddockerfiles=20000} asks about more of them,
 * {@code -Dseed=N} about others, {@code -Drecord=true} writes the answers that stand in where there
 * is no Go.
 */
class DockerfileParserTest {

  private static final int COUNT = Integer.getInteger("dockerfiles", 2000);
  private static final long SEED = Long.getLong("seed", 1);
  private static final int RECORDED = 500;
  private static final Path RECORD =
      Repository.ROOT.resolve("conformance-tests/buildkit/recorded-answers.txt");

  @Test
  void readsWhatBuildkitReads() throws IOException {
    assumeTrue(BuildkitOracle.available(), "conformance-tests/buildkit/build has not been run");
    var samples = new DockerfileSamples(SEED);
    var differences = new ArrayList<String>();
    try (var oracle = BuildkitOracle.start()) {
      for (int i = 0; i < COUNT; i++) {
        String text = samples.next();
        String theirs = DockerfileDigest.of(oracle.judge(text));
        String ours = DockerfileDigest.of(Dockerfile.parse(text));
        if (!ours.equals(theirs)) {
          differences.add("--- " + text + "\n+++ BuildKit\n" + theirs + "\n+++ ours\n" + ours);
        }
      }
    }
    assertThat(
            differences.size() + "\n" + String.join("\n", differences.stream().limit(8).toList()))
        .isEqualTo("0\n");
  }

  @Test
  void expandsWordsAsBuildkitDoes() throws IOException {
    assumeTrue(BuildkitOracle.available(), "conformance-tests/buildkit/build has not been run");
    var samples = new DockerfileSamples(SEED);
    var variables = Map.of("x", "value/of*all", "y", "", "\u00e9", "e");
    var differences = new ArrayList<String>();
    try (var oracle = BuildkitOracle.start()) {
      for (int i = 0; i < COUNT; i++) {
        String word = samples.nextWord();
        char escape = i % 5 == 0 ? '`' : '\\';
        var answer = oracle.expand(word, variables, escape);
        String theirs =
            answer.containsKey("error")
                ? "error"
                : answer.get("result")
                    + " "
                    + list(answer.get("words"))
                    + " "
                    + list(answer.get("unmatched"));
        String ours;
        try {
          var expansion = Expansion.of(word, escape, variables::get);
          ours =
              expansion.text()
                  + " "
                  + expansion.words()
                  + " "
                  + expansion.undefined().stream().sorted().toList();
        } catch (ExpansionException e) {
          ours = "error";
        }
        if (!ours.equals(theirs)) {
          differences.add(word + "\n  BuildKit: " + theirs + "\n  ours:     " + ours);
        }
      }
    }
    assertThat(String.join("\n", differences.stream().limit(20).toList())).isEmpty();
  }

  @Test
  void readsWhatBuildkitOnceRead() throws IOException {
    var samples = new DockerfileSamples(1);
    var ours = new ArrayList<String>();
    var texts = new ArrayList<String>();
    for (int i = 0; i < RECORDED; i++) {
      texts.add(samples.next());
      ours.add(checksum(DockerfileDigest.of(Dockerfile.parse(texts.get(i)))));
    }
    if (Boolean.getBoolean("record")) {
      try (var oracle = BuildkitOracle.start()) {
        var theirs =
            texts.stream().map(text -> checksum(DockerfileDigest.of(oracle.judge(text)))).toList();
        Files.writeString(RECORD, String.join("\n", theirs) + "\n");
      }
    }
    var recorded = Files.readAllLines(RECORD);
    assertThat(ours).isEqualTo(recorded);
  }

  private static String checksum(String text) {
    var crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }

  private static Object list(@org.jspecify.annotations.Nullable Object value) {
    return value == null ? List.of() : value;
  }
}
