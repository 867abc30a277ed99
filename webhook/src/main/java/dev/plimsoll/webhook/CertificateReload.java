package dev.plimsoll.webhook;

import dev.plimsoll.certs.CertificateDirectory;
import dev.plimsoll.certs.CertsException;
import dev.plimsoll.certs.Credential;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Looks at the certificate files now and then, and passes on what is new in them. Files that cannot
 * be used leave the old certificate in service, with a warning each time they change.
 */
final class CertificateReload implements AutoCloseable {

  /** A Secret takes about a minute to reach its mount; this adds little to that. */
  static final Duration PERIOD = Duration.ofSeconds(10);

  private static final Logger LOG = System.getLogger(CertificateReload.class.getName());

  private final Path certificateFile;
  private final Path keyFile;
  private final Consumer<Credential> changed;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("certificate-reload").unstarted(task));

  private byte[] certificateSeen = {};
  private byte[] keySeen = {};

  /** Reads the files once, so that bad ones are known from the start. */
  CertificateReload(Path certificateFile, Path keyFile, Consumer<Credential> changed)
      throws IOException {
    this.certificateFile = certificateFile;
    this.keyFile = keyFile;
    this.changed = changed;
    isNew();
  }

  void start() {
    clock.scheduleWithFixedDelay(
        this::look, PERIOD.toSeconds(), PERIOD.toSeconds(), TimeUnit.SECONDS);
  }

  /** Looks once. */
  void look() {
    try {
      if (isNew()) {
        changed.accept(CertificateDirectory.serving(certificateFile, keyFile));
        LOG.log(Level.INFO, "serving with the new certificate in " + certificateFile);
      }
    } catch (CertsException | IOException | RuntimeException e) {
      LOG.log(Level.WARNING, "the old certificate stays in service: " + e.getMessage());
    }
  }

  private boolean isNew() throws IOException {
    var certificate = Files.readAllBytes(certificateFile);
    var key = Files.readAllBytes(keyFile);
    boolean same = Arrays.equals(certificate, certificateSeen) && Arrays.equals(key, keySeen);
    certificateSeen = certificate;
    keySeen = key;
    return !same;
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
