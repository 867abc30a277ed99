package dev.plimsoll.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DemoTest {

  @Test
  void bothDoorsAgreeOnTheExamples() throws Exception {
    var out = new ByteArrayOutputStream();
    var report = new DemoReport(new PrintStream(out, true, UTF_8), false);

    boolean agreed = DemoCommand.run(Path.of(".."), report);

    assertThat(out.toString(UTF_8))
        .contains("DENIED 422  Deployment harbour/lighthouse  examples/bad-deployment.yaml")
        .contains("= deny  latest-image-tag: ")
        .contains("ALLOWED  Deployment harbour/lighthouse  examples/good-deployment.yaml")
        .contains("Both doors agree on all ")
        .doesNotContain("≠");
    assertThat(agreed).isTrue();
  }
}
