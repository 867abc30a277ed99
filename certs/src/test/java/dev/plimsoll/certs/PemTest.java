package dev.plimsoll.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PemTest {

  private final CertificateAuthority authority =
      CertificateAuthority.create(Clock.systemUTC(), Duration.ofDays(1));

  @Test
  void certificatesAndKeysComeBackAsTheyWere() throws Exception {
    var certificates = List.of(authority.certificate(), authority.certificate());

    assertThat(Pem.decodeCertificates(Pem.encode(certificates), "ca.crt")).isEqualTo(certificates);
    assertThat(Pem.decodeKey(Pem.encode(authority.key()), "ca.key")).isEqualTo(authority.key());
  }

  @Test
  void theTextIsWhatOtherToolsRead() {
    assertThat(Pem.encode(authority.key()))
        .startsWith("-----BEGIN PRIVATE KEY-----\n")
        .endsWith("\n-----END PRIVATE KEY-----\n");
    assertThat(Pem.encode(List.of(authority.certificate())).lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(64));
  }

  @Test
  void keysInTheOlderFormsAreRead() throws Exception {
    var sec1 =
        """
        -----BEGIN EC PRIVATE KEY-----
        MHcCAQEEIOPfepOhjhYVplZdjcdzW1d5LELWMQr/FBn1BZaerycxoAoGCCqGSM49
        AwEHoUQDQgAERzbmkhB2pWhNQhWRN8NY+uC1Cbut+qQXbvEx7ZjrhY+Pretp5dzm
        bXuUROUM8FqkV9CDM30qPJO5/cSJkRgPpQ==
        -----END EC PRIVATE KEY-----
        """;
    assertThat(Pem.decodeKey(sec1, "tls.key").getAlgorithm()).isEqualTo("EC");
  }

  @Test
  void textsWithoutWhatIsWantedAreRefusedByName() {
    assertThatThrownBy(() -> Pem.decodeCertificates("nothing", "a/ca.crt"))
        .isInstanceOf(CertsException.class)
        .hasMessageStartingWith("a/ca.crt: no certificate in it");
    assertThatThrownBy(
            () -> Pem.decodeKey(Pem.encode(List.of(authority.certificate())), "a/tls.key"))
        .isInstanceOf(CertsException.class)
        .hasMessageStartingWith("a/tls.key: no unencrypted private key in it");
  }

  @Test
  void damagedTextsAreRefusedByName() {
    var damaged = Pem.encode(List.of(authority.certificate())).replace("MII", "MIX");
    assertThatThrownBy(() -> Pem.decodeCertificates(damaged, "ca.crt"))
        .isInstanceOf(CertsException.class)
        .hasMessageStartingWith("ca.crt: a certificate cannot be read");
    var cut = Pem.encode(authority.key()).substring(0, 60);
    assertThatThrownBy(() -> Pem.decodeKey(cut, "ca.key"))
        .isInstanceOf(CertsException.class)
        .hasMessageStartingWith("ca.key: ");
  }
}
