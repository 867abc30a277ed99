package dev.plimsoll.conformance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.plimsoll.certs.CertificateAuthority;
import dev.plimsoll.certs.Pem;
import dev.plimsoll.certs.SubjectNames;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A validating webhook that allows everything and keeps the AdmissionReviews it was sent. */
final class RecordingWebhook implements AutoCloseable {
  private static final Pattern UID = Pattern.compile("\"uid\":\"([^\"]+)\"");

  private final HttpsServer server;
  private final CertificateAuthority authority;
  private final Queue<String> received = new ConcurrentLinkedQueue<>();

  private RecordingWebhook() throws Exception {
    var clock = Clock.systemUTC();
    authority = CertificateAuthority.create(clock, CertificateAuthority.LIFETIME);
    var credential =
        authority.issue(
            SubjectNames.parse(List.of("127.0.0.1")), clock, CertificateAuthority.LEAF_LIFETIME);
    var keys = KeyStore.getInstance("PKCS12");
    keys.load(null, null);
    keys.setKeyEntry(
        "serving", credential.key(), new char[0], credential.chain().toArray(Certificate[]::new));
    var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, new char[0]);
    var context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext("/", this::answer);
    server.start();
  }

  static RecordingWebhook start() {
    try {
      return new RecordingWebhook();
    } catch (Exception e) {
      throw new IllegalStateException("the recording webhook did not start", e);
    }
  }

  /** Returns a ValidatingWebhookConfiguration of this webhook for the creation of anything. */
  String configuration() {
    var bundle =
        Base64.getEncoder()
            .encodeToString(
                Pem.encode(List.of(authority.certificate())).getBytes(StandardCharsets.UTF_8));
    return """
    {"apiVersion": "admissionregistration.k8s.io/v1", "kind": "ValidatingWebhookConfiguration",
     "metadata": {"name": "recording"},
     "webhooks": [{"name": "recording.plimsoll.dev", "admissionReviewVersions": ["v1"],
       "sideEffects": "None", "failurePolicy": "Fail",
       "clientConfig": {"url": "https://127.0.0.1:%d/", "caBundle": "%s"},
       "rules": [{"operations": ["CREATE"], "apiGroups": ["*"], "apiVersions": ["*"], "resources": ["*"]}]}]}
    """
        .formatted(server.getAddress().getPort(), bundle);
  }

  /** Returns the AdmissionReviews since the last call, in order of arrival. */
  List<String> take() {
    var all = List.copyOf(received);
    received.removeAll(all);
    return all;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      received.add(body);
      var uid = UID.matcher(body);
      var answer =
          """
          {"apiVersion": "admission.k8s.io/v1", "kind": "AdmissionReview",
           "response": {"uid": "%s", "allowed": true}}
          """
              .formatted(uid.find() ? uid.group(1) : "")
              .getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }
}
