package dev.plimsoll.certs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What openssl says of the files, where it is installed. */
class OpensslTest {

  @TempDir private Path temporary;

  @Test
  void opensslVerifiesTheServingCertificateForItsNames() throws Exception {
    assumeTrue(isInstalled(), "openssl is not on the PATH");
    var directory = new CertificateDirectory(temporary);
    var clock = Clock.systemUTC();
    var authority = CertificateAuthority.create(clock, CertificateAuthority.LIFETIME);
    var names = SubjectNames.parse(List.of("plimsoll.example.svc", "10.0.0.1"));
    directory.write(authority, List.of());
    directory.write(authority.issue(names, clock, CertificateAuthority.LEAF_LIFETIME));

    assertThat(
            openssl(
                "verify",
                "-x509_strict",
                "-purpose",
                "sslserver",
                "-CAfile",
                "ca.crt",
                "-verify_hostname",
                "plimsoll.example.svc",
                "-verify_ip",
                "10.0.0.1",
                "tls.crt"))
        .isEqualTo("tls.crt: OK\n");
    assertThat(openssl("pkey", "-in", "tls.key", "-noout", "-text")).contains("NIST CURVE: P-256");
    assertThat(openssl("x509", "-in", "tls.crt", "-noout", "-text"))
        .contains("ecdsa-with-SHA256", "TLS Web Server Authentication")
        .contains("DNS:plimsoll.example.svc, IP Address:10.0.0.1");
  }

  private String openssl(String... arguments) throws Exception {
    var command = new java.util.ArrayList<>(List.of("openssl"));
    command.addAll(List.of(arguments));
    var process =
        new ProcessBuilder(command).directory(temporary.toFile()).redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return output;
  }

  private static boolean isInstalled() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "openssl")));
  }
}
