package dev.plimsoll.webhook;

import static dev.plimsoll.webhook.AdmissionReviews.CREATE_POD;
import static dev.plimsoll.webhook.AdmissionReviews.UID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.review.Verdict;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server around the judge: faults, probes, metrics, certificates, the end. */
class ServerTest {

  private static final Verdict ALLOWED =
      new Verdict(true, 200, "", "", List.of(), Map.of(), List.of(), List.of());

  @Test
  void aFaultOfOursDenies() throws Exception {
    try (var webhook =
        new TestServer(
            (review, deadline) -> {
              throw new IllegalStateException("a secret of the inside");
            })) {
      var response = webhook.post(CREATE_POD);

      var answer = Json.of(response.body());
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(answer.at("response.uid")).isEqualTo(UID);
      assertThat(answer.at("response.allowed")).isEqualTo(false);
      assertThat(answer.at("response.status.code")).isEqualTo(500L);
      assertThat(response.body()).doesNotContain("secret");
    }
  }

  @Test
  void anEndlessRecursionDenies() throws Exception {
    try (var webhook = new TestServer(ServerTest::endless)) {
      var answer = Json.of(webhook.post(CREATE_POD).body());

      assertThat(answer.at("response.allowed")).isEqualTo(false);
      assertThat(answer.at("response.status.code")).isEqualTo(500L);
    }
  }

  private static Verdict endless(dev.plimsoll.review.Review review, long deadline) {
    return deadline == 0 ? ALLOWED : endless(review, deadline - 1);
  }

  @Test
  void theJudgeIsToldADeadlineBeforeTheClients() throws Exception {
    var left = new CompletableFuture<Long>();
    try (var webhook =
        new TestServer(
            (review, deadline) -> {
              left.complete(deadline - System.nanoTime());
              return ALLOWED;
            })) {
      webhook.post("/validate?timeout=4s", "application/json", CREATE_POD);

      assertThat(left.get()).isLessThanOrEqualTo(3_600_000_000L).isPositive();
    }
  }

  @Test
  void probesAndMetricsAreServedInPlainHttp() throws Exception {
    try (var webhook = new TestServer((review, deadline) -> ALLOWED)) {
      webhook.post(CREATE_POD);
      webhook.post("nonsense");

      assertThat(webhook.plain("/livez").body()).isEqualTo("ok");
      assertThat(webhook.plain("/readyz").statusCode()).isEqualTo(200);
      var metrics = webhook.plain("/metrics");
      assertThat(metrics.headers().firstValue("Content-Type").orElse(""))
          .startsWith("text/plain; version=0.0.4");
      assertThat(metrics.body())
          .contains("plimsoll_admission_requests_total{code=\"200\",verdict=\"allowed\"} 1.0")
          .contains("plimsoll_admission_requests_total{code=\"400\",verdict=\"refused\"} 1.0")
          .contains("plimsoll_admission_duration_seconds_count 2")
          .contains("plimsoll_admission_duration_seconds_bucket{le=\"0.001\"}")
          .containsPattern("plimsoll_certificate_expiry_timestamp_seconds \\d\\.\\d+E9");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void bothVersionsOfTlsAreSpoken(String version) throws Exception {
    try (var webhook = new TestServer((review, deadline) -> ALLOWED);
        var socket = socket(webhook, version)) {
      socket.startHandshake();

      assertThat(socket.getSession().getProtocol()).isEqualTo(version);
    }
  }

  @Test
  void olderVersionsOfTlsAreNot() throws Exception {
    try (var webhook = new TestServer((review, deadline) -> ALLOWED)) {
      assertThatThrownBy(() -> socket(webhook, "TLSv1.1").startHandshake())
          .isInstanceOf(SSLHandshakeException.class);
    }
  }

  @Test
  void aNewCertificateIsServedToNewConnections() throws Exception {
    try (var webhook = new TestServer((review, deadline) -> ALLOWED)) {
      var renewed = TestServer.credential();

      webhook.server.use(renewed);

      try (var socket = socket(webhook, "TLSv1.3")) {
        socket.startHandshake();
        assertThat(socket.getSession().getPeerCertificates()[0]).isEqualTo(renewed.certificate());
      }
    }
  }

  @Test
  void aPortThatIsTakenIsNamed() throws Exception {
    try (var webhook = new TestServer((review, deadline) -> ALLOWED)) {
      int port = webhook.server.port();

      assertThatThrownBy(
              () ->
                  AdmissionServer.start(
                      port, 0, TestServer.credential(), (review, deadline) -> ALLOWED))
          .isInstanceOf(java.io.IOException.class)
          .hasMessageStartingWith("port " + port + " or 0");
    }
  }

  @Test
  void aRequestThatWasTakenIsAnsweredBeforeTheEnd() throws Exception {
    var taken = new CountDownLatch(1);
    var stopping = new CountDownLatch(1);
    var webhook =
        new TestServer(
            (review, deadline) -> {
              taken.countDown();
              awaited(stopping);
              return ALLOWED;
            });
    var request =
        webhook
            .request("/validate")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(CREATE_POD))
            .build();
    var response = webhook.client.sendAsync(request, BodyHandlers.ofString());
    taken.await();

    var end = CompletableFuture.runAsync(webhook.server::close);
    int port = webhook.server.port();
    awaitUnready(webhook);
    stopping.countDown();

    assertThat(response.join().statusCode()).isEqualTo(200);
    end.join();
    webhook.client.close();
    assertThatThrownBy(() -> new Socket("localhost", port)).isInstanceOf(ConnectException.class);
  }

  /** Waits until the server says that it stops, or no longer answers at all. */
  private static void awaitUnready(TestServer webhook) throws Exception {
    var uri = URI.create("http://localhost:" + webhook.server.plainPort() + "/readyz");
    try {
      while (webhook
              .client
              .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
              .statusCode()
          == 200) {
        Thread.onSpinWait();
      }
    } catch (java.io.IOException stopped) {
      // the plain port is closed
    }
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while finishing", e);
    }
  }

  private static SSLSocket socket(TestServer webhook, String version) throws Exception {
    var factory = TestServer.trusting().getSocketFactory();
    var socket = (SSLSocket) factory.createSocket("localhost", webhook.server.port());
    socket.setEnabledProtocols(new String[] {version});
    return socket;
  }
}
