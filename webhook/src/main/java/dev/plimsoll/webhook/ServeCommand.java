package dev.plimsoll.webhook;

import dev.plimsoll.certs.Arguments.UsageException;
import dev.plimsoll.certs.CertificateAuthority;
import dev.plimsoll.certs.CertificateDirectory;
import dev.plimsoll.certs.CertsException;
import dev.plimsoll.certs.SubjectNames;
import dev.plimsoll.webhook.ServeOptions.CertificateFiles;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;

/** {@code plimsoll serve}: the webhook, until it is told to stop. */
final class ServeCommand {

  private static final Logger LOG = System.getLogger(ServeCommand.class.getName());

  private ServeCommand() {}

  /** A server with all that belongs to it. */
  record Serving(AdmissionServer server, CertificateReload reload) implements AutoCloseable {

    @Override
    public void close() {
      reload.close();
      server.close();
    }
  }

  static Serving start(ServeOptions options) throws UsageException, CertsException, IOException {
    var judge = Rules.load(options.profile(), options.policies());
    var files = options.certificate().isPresent() ? options.certificate().get() : localhost();
    var credential = CertificateDirectory.serving(files.certificate(), files.key());
    var server = AdmissionServer.start(options.port(), options.metricsPort(), credential, judge);
    var reload = new CertificateReload(files.certificate(), files.key(), server::use);
    reload.start();
    LOG.log(
        Level.INFO,
        "serving https://localhost:%d/validate, http://localhost:%d/metrics, %d policies"
            .formatted(
                server.port(), server.plainPort(), judge.reviewer().policies().policies().size()));
    return new Serving(server, reload);
  }

  /** Serves until the process is told to end, then answers what it has taken. */
  static void run(ServeOptions options) throws UsageException, CertsException, IOException {
    var serving = start(options);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  LOG.log(Level.INFO, "stopping");
                  serving.close();
                }));
  }

  private static CertificateFiles localhost() throws CertsException, IOException {
    var directory = new CertificateDirectory(Files.createTempDirectory("plimsoll-certs"));
    var clock = Clock.systemUTC();
    var authority = CertificateAuthority.create(clock, CertificateAuthority.LEAF_LIFETIME);
    var names = SubjectNames.parse(List.of("localhost", "127.0.0.1", "::1"));
    directory.write(authority, List.of());
    directory.write(authority.issue(names, clock, CertificateAuthority.LEAF_LIFETIME));
    LOG.log(
        Level.WARNING,
        "no certificate is given: serving localhost with one of a CA made just now, "
            + directory.path().resolve("ca.crt"));
    return new CertificateFiles(directory.servingCertificateFile(), directory.servingKeyFile());
  }
}
