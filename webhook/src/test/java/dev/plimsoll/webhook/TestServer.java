package dev.plimsoll.webhook;

import dev.plimsoll.certs.CertificateAuthority;
import dev.plimsoll.certs.CertsException;
import dev.plimsoll.certs.Credential;
import dev.plimsoll.certs.SubjectNames;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A real server on free ports, with a certificate of a CA made for it, and a client for it. */
final class TestServer implements AutoCloseable {

  private static final CertificateAuthority AUTHORITY =
      CertificateAuthority.create(Clock.systemUTC(), Duration.ofDays(1));

  final AdmissionServer server;
  final HttpClient client = client(HttpClient.Version.HTTP_2);

  TestServer(Judge judge) throws CertsException, IOException {
    server = AdmissionServer.start(0, 0, credential(), judge);
  }

  static Credential credential() throws CertsException {
    var names = SubjectNames.parse(List.of("localhost"));
    return AUTHORITY.issue(names, Clock.systemUTC(), Duration.ofDays(1));
  }

  static HttpClient client(HttpClient.Version version) {
    return HttpClient.newBuilder().version(version).sslContext(trusting()).build();
  }

  static SSLContext trusting() {
    try {
      var store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setCertificateEntry("ca", AUTHORITY.certificate());
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      var context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpRequest.Builder request(String pathAndQuery) {
    return HttpRequest.newBuilder(URI.create("https://localhost:" + server.port() + pathAndQuery))
        .timeout(Duration.ofSeconds(30));
  }

  HttpResponse<String> post(String body) throws IOException, InterruptedException {
    return post("/validate", "application/json", body);
  }

  HttpResponse<String> post(String pathAndQuery, String contentType, String body)
      throws IOException, InterruptedException {
    var request =
        request(pathAndQuery)
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofString(body))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  HttpResponse<String> plain(String path) throws IOException, InterruptedException {
    var uri = URI.create("http://localhost:" + server.plainPort() + path);
    return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
