package dev.plimsoll.certs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code plimsoll certs}, as its user meets it. */
class CertsCommandTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path temporary;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private CertificateDirectory directory() {
    return new CertificateDirectory(temporary.resolve("certs"));
  }

  @Test
  void initMakesAnAuthorityAndAServingCertificateAndShowsThem() throws Exception {
    assertThat(run(CLOCK, "init", "--san", "plimsoll.example.svc", "10.0.0.1")).isZero();

    var authority = directory().authority();
    assertThat(authority.issued(directory().serving().certificate())).isTrue();
    assertThat(out.toString(UTF_8))
        .isEqualTo(
            """
            FILE     SUBJECT                  NAMES                           FROM        UNTIL       DAYS LEFT
            ca.crt   %s  -                               2026-03-01  2036-02-29  3652
            tls.crt  CN=plimsoll.example.svc  plimsoll.example.svc, 10.0.0.1  2026-03-01  2027-03-01  365
            """
                .formatted(authority.certificate().getSubjectX500Principal().getName()));
  }

  @Test
  void onlyTheOwnerReadsTheKeys() throws Exception {
    run(CLOCK, "init");

    assertThat(permissions("")).isEqualTo("rwx------");
    assertThat(permissions("ca.key")).isEqualTo("rw-------");
    assertThat(permissions("tls.key")).isEqualTo("rw-------");
    assertThat(temporary.resolve("certs")).isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void initLeavesAnAuthorityThatIsThereAlone() throws Exception {
    run(CLOCK, "init");
    var before = directory().bundle();

    assertThat(run(CLOCK, "init")).isEqualTo(2);

    assertThat(directory().bundle()).isEqualTo(before);
    assertThat(err.toString(UTF_8)).contains("already holds a CA: `plimsoll certs renew`");
  }

  @Test
  void renewIssuesANewLeafOfTheSameAuthorityWithTheSameNames() throws Exception {
    run(CLOCK, "init", "--san", "a.example", "--san", "b.example");
    var before = directory().serving();
    var authority = directory().authority();

    assertThat(run(Clock.offset(CLOCK, Duration.ofDays(300)), "renew", "--days", "90")).isZero();

    var after = directory().serving().certificate();
    assertThat(directory().authority().certificate()).isEqualTo(authority.certificate());
    assertThat(authority.issued(after)).isTrue();
    assertThat(after.getPublicKey()).isNotEqualTo(before.certificate().getPublicKey());
    assertThat(after.getNotAfter()).isEqualTo("2027-03-26T12:00:00Z");
    assertThat(SubjectNames.of(after).names()).containsExactly("a.example", "b.example");
  }

  @Test
  void renewingTheAuthorityKeepsTheOldOneInTheBundleUntilItExpires() throws Exception {
    run(CLOCK, "init", "--ca-days", "1000");
    var old = directory().authority();
    var leaf = directory().serving().certificate();

    assertThat(run(CLOCK, "renew", "--ca")).isZero();

    var renewed = directory().authority();
    assertThat(directory().bundle()).containsExactly(renewed.certificate(), old.certificate());
    assertThat(directory().serving().certificate()).isEqualTo(leaf);

    assertThat(run(CLOCK, "renew")).isZero();
    assertThat(renewed.issued(directory().serving().certificate())).isTrue();

    run(Clock.offset(CLOCK, Duration.ofDays(1001)), "renew", "--ca");
    assertThat(directory().bundle())
        .hasSize(2)
        .contains(renewed.certificate())
        .doesNotContain(old.certificate());
  }

  @Test
  void renewMendsAPairOfWhichOnlyOneHalfWasWritten() throws Exception {
    run(CLOCK, "init");
    var other = CertificateAuthority.create(CLOCK, Duration.ofDays(1));
    Files.writeString(directory().servingKeyFile(), Pem.encode(other.key()));

    assertThat(run(CLOCK, "renew")).isZero();

    assertThat(directory().authority().issued(directory().serving().certificate())).isTrue();
  }

  @Test
  void showSaysWhatHasExpired() throws Exception {
    run(CLOCK, "init");
    out.reset();

    assertThat(run(Clock.offset(CLOCK, Duration.ofDays(366)), "show")).isZero();

    assertThat(out.toString(UTF_8).lines().skip(1))
        .satisfiesExactly(
            ca -> assertThat(ca).endsWith("3286"), leaf -> assertThat(leaf).endsWith("expired"));
  }

  @Test
  void mistakesAreToldWithTheWayOut() {
    assertThat(run(CLOCK, "show")).isEqualTo(2);
    assertThat(err.toString(UTF_8))
        .contains("ca.crt does not exist: `plimsoll certs init` makes it");

    err.reset();
    assertThat(run(CLOCK, "init", "--days", "zero", "--san", "a_b")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("'a_b' is neither a DNS name nor an IP address");
    assertThat(directory().path()).doesNotExist();

    err.reset();
    assertThat(run(CLOCK, "init", "--days", "zero")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("--days 'zero' is not a number of days");
    assertThat(directory().path()).doesNotExist();

    err.reset();
    assertThat(run(CLOCK, "initialise", "--sans", "a", "--dir")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("unknown option '--sans'", "--dir needs a value");

    err.reset();
    assertThat(run(CLOCK, "initialise")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("'initialise' is none of init, renew and show");
  }

  @Test
  void helpGoesToStandardOutput() {
    assertThat(run(CLOCK, "--help")).isZero();
    assertThat(out.toString(UTF_8)).startsWith("usage: plimsoll certs init|renew|show --dir DIR");
  }

  private int run(Clock clock, String... words) {
    var arguments = new ArrayList<>(List.of("certs", "--dir=" + directory().path()));
    arguments.addAll(List.of(words));
    return new Main(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), clock)
        .run(arguments);
  }

  private String permissions(String file) throws Exception {
    return PosixFilePermissions.toString(
        Files.getPosixFilePermissions(directory().path().resolve(file)));
  }
}
