package dev.plimsoll.certs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class CertificateAuthorityTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.75Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final String SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1";

  private final CertificateAuthority authority =
      CertificateAuthority.create(CLOCK, CertificateAuthority.LIFETIME);

  @Test
  void anAuthoritySignsCertificatesAndNothingElse() {
    var certificate = authority.certificate();

    assertThat(certificate.getBasicConstraints()).as("path length").isZero();
    assertThat(usages(certificate.getKeyUsage())).containsExactly(5, 6);
    assertThat(certificate.getCriticalExtensionOIDs()).contains("2.5.29.15", "2.5.29.19");
    assertThat(certificate.getNonCriticalExtensionOIDs()).contains("2.5.29.14", "2.5.29.35");
    assertThat(certificate.getNotBefore()).isEqualTo("2026-03-01T11:55:00Z");
    assertThat(certificate.getNotAfter()).isEqualTo("2036-02-29T12:00:00Z");
    assertThat(authority.issued(certificate)).isTrue();
  }

  @Test
  void aServingCertificateServesTlsUnderItsNamesOnly() throws Exception {
    var names =
        SubjectNames.parse(List.of("Plimsoll.example.SVC", "*.example.com", "10.0.0.1", "::1"));
    var certificate =
        authority.issue(names, CLOCK, CertificateAuthority.LEAF_LIFETIME).certificate();

    assertThat(certificate.getSubjectX500Principal().getName())
        .isEqualTo("CN=plimsoll.example.svc");
    assertThat(SubjectNames.of(certificate).names())
        .containsExactly("plimsoll.example.svc", "*.example.com", "10.0.0.1", "0:0:0:0:0:0:0:1");
    assertThat(certificate.getBasicConstraints()).as("no authority").isEqualTo(-1);
    assertThat(usages(certificate.getKeyUsage())).containsExactly(0);
    assertThat(certificate.getExtendedKeyUsage()).containsExactly(SERVER_AUTHENTICATION);
    assertThat(certificate.getNotAfter()).isEqualTo("2027-03-01T12:00:00Z");
    assertThat(certificate.getIssuerX500Principal())
        .isEqualTo(authority.certificate().getSubjectX500Principal());
    assertThat(authority.issued(certificate)).isTrue();
  }

  @Test
  void aLeafNeverOutlivesItsAuthority() throws Exception {
    var shortLived = CertificateAuthority.create(CLOCK, Duration.ofDays(30));
    var names = SubjectNames.parse(List.of("localhost"));

    var leaf = shortLived.issue(names, CLOCK, Duration.ofDays(365)).certificate();

    assertThat(leaf.getNotAfter()).isEqualTo(shortLived.certificate().getNotAfter());
  }

  @Test
  void serialsAndKeysAreNewEachTime() throws Exception {
    var names = SubjectNames.parse(List.of("localhost"));
    var serials = new HashSet<>();
    var keys = new HashSet<>();
    for (int i = 0; i < 20; i++) {
      var leaf = authority.issue(names, CLOCK, Duration.ofDays(1));
      serials.add(leaf.certificate().getSerialNumber());
      keys.add(leaf.key());
    }
    assertThat(serials)
        .hasSize(20)
        .allSatisfy(serial -> assertThat(serial.toString()).doesNotStartWith("-"));
    assertThat(keys).hasSize(20);
  }

  @Test
  void anotherAuthorityOfTheSameDayHasAnotherName() {
    var other = CertificateAuthority.create(CLOCK, CertificateAuthority.LIFETIME);

    assertThat(other.certificate().getSubjectX500Principal())
        .isNotEqualTo(authority.certificate().getSubjectX500Principal());
    assertThat(other.issued(authority.certificate())).isFalse();
  }

  @Test
  void noKeyIsEverPrinted() {
    assertThat(authority)
        .hasToString(
            "CertificateAuthority["
                + authority.certificate().getSubjectX500Principal().getName()
                + "]");
  }

  private static List<Integer> usages(boolean[] bits) {
    return java.util.stream.IntStream.range(0, bits.length).filter(i -> bits[i]).boxed().toList();
  }
}
