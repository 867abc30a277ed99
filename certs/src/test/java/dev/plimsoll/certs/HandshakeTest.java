package dev.plimsoll.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a TLS client says of the certificates. */
class HandshakeTest {

  private static final Clock CLOCK = Clock.systemUTC();
  private final CertificateAuthority authority =
      CertificateAuthority.create(CLOCK, CertificateAuthority.LIFETIME);

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void aClientThatTrustsTheAuthorityConnectsByDnsNameAndByAddress(String protocol)
      throws Exception {
    var serving = issue("localhost", "127.0.0.1");

    assertThat(connect("localhost", protocol, serving, authority.certificate()).getProtocol())
        .isEqualTo(protocol);
    assertThat(connect("127.0.0.1", protocol, serving, authority.certificate()).isValid()).isTrue();
  }

  @Test
  void aClientRefusesAServerUnderAnotherName() throws Exception {
    var serving = issue("elsewhere.example.com");

    assertThatThrownBy(() -> connect("localhost", "TLSv1.3", serving, authority.certificate()))
        .isInstanceOf(SSLHandshakeException.class)
        .hasMessageContaining("No subject alternative DNS name matching localhost found");
  }

  @Test
  void aClientRefusesTheCertificateOfAnAuthorityItDoesNotTrust() throws Exception {
    var other = CertificateAuthority.create(CLOCK, CertificateAuthority.LIFETIME);

    assertThatThrownBy(
            () -> connect("localhost", "TLSv1.3", issue("localhost"), other.certificate()))
        .isInstanceOf(SSLHandshakeException.class);
  }

  @Test
  void aClientRefusesAnExpiredCertificate() throws Exception {
    var lastYear = Clock.offset(CLOCK, Duration.ofDays(-400));
    var old = CertificateAuthority.create(lastYear, CertificateAuthority.LIFETIME);
    var expired =
        old.issue(SubjectNames.parse(List.of("localhost")), lastYear, Duration.ofDays(365));

    assertThatThrownBy(() -> connect("localhost", "TLSv1.3", expired, old.certificate()))
        .isInstanceOf(SSLHandshakeException.class)
        .hasStackTraceContaining("NotAfter");
  }

  @Test
  void aBundleOfANewAndAnOldAuthorityTrustsTheLeavesOfBoth() throws Exception {
    var renewed = CertificateAuthority.create(CLOCK, CertificateAuthority.LIFETIME);
    var bundle = new X509Certificate[] {renewed.certificate(), authority.certificate()};
    var names = SubjectNames.parse(List.of("localhost"));

    var before =
        connect("localhost", "TLSv1.3", authority.issue(names, CLOCK, Duration.ofDays(1)), bundle);
    var after =
        connect("localhost", "TLSv1.3", renewed.issue(names, CLOCK, Duration.ofDays(1)), bundle);

    assertThat(List.of(before.isValid(), after.isValid())).containsOnly(true);
  }

  private Credential issue(String... names) throws CertsException {
    return authority.issue(
        SubjectNames.parse(List.of(names)), CLOCK, CertificateAuthority.LEAF_LIFETIME);
  }

  /** Makes one TLS connection on the loopback interface, checking the name as HTTPS does. */
  private static SSLSession connect(
      String host, String protocol, Credential serving, X509Certificate... trusted)
      throws Exception {
    try (var listener =
        (SSLServerSocket) serverContext(serving).getServerSocketFactory().createServerSocket(0)) {
      var server =
          CompletableFuture.runAsync(
              () -> {
                try (var accepted = (SSLSocket) listener.accept()) {
                  accepted.startHandshake();
                  accepted.getInputStream().read();
                } catch (IOException e) {
                  // the client says what went wrong
                }
              });
      try (var socket =
          (SSLSocket)
              clientContext(trusted)
                  .getSocketFactory()
                  .createSocket(host, listener.getLocalPort())) {
        socket.setEnabledProtocols(new String[] {protocol});
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket.getSession();
      } finally {
        server.join();
      }
    }
  }

  private static SSLContext serverContext(Credential serving)
      throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "serving", serving.key(), new char[0], serving.chain().toArray(new X509Certificate[0]));
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, new char[0]);
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, new SecureRandom());
    return context;
  }

  private static SSLContext clientContext(X509Certificate... trusted)
      throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    for (var certificate : trusted) {
      store.setCertificateEntry(certificate.getSerialNumber().toString(), certificate);
    }
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    var context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), new SecureRandom());
    return context;
  }
}
