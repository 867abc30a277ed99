package dev.plimsoll.certs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/**
 * Certificates on disk, under the names a Kubernetes TLS Secret has: {@code ca.crt} (what clients
 * trust: the CA first, then those before it), {@code ca.key}, {@code tls.crt} and {@code tls.key}.
 *
 * <p>The directory and both keys are for their owner alone. Each file changes at once or not at
 * all; a reader that comes between {@code tls.key} and {@code tls.crt} sees a pair that does not
 * match, and tries again.
 */
public record CertificateDirectory(Path path) {

  private static final String AUTHORITY = "ca.crt";
  private static final String AUTHORITY_KEY = "ca.key";
  private static final String SERVING = "tls.crt";
  private static final String SERVING_KEY = "tls.key";

  public Path servingCertificateFile() {
    return path.resolve(SERVING);
  }

  public Path servingKeyFile() {
    return path.resolve(SERVING_KEY);
  }

  public boolean hasAuthority() {
    return Files.exists(path.resolve(AUTHORITY_KEY)) || Files.exists(path.resolve(AUTHORITY));
  }

  /** Reads the CA that signs: the one of the bundle whose key is here. */
  public CertificateAuthority authority() throws CertsException, IOException {
    var file = path.resolve(AUTHORITY_KEY);
    var key = Pem.decodeKey(read(file), file.toString());
    for (var certificate : bundle()) {
      if (KeyMatch.matches(key, certificate.getPublicKey())) {
        return new CertificateAuthority(key, certificate);
      }
    }
    throw new CertsException(
        file + " is not the private key of a certificate in " + path.resolve(AUTHORITY));
  }

  /** Reads the CA certificates clients may trust, the signing one first. */
  public List<X509Certificate> bundle() throws CertsException, IOException {
    var file = path.resolve(AUTHORITY);
    return Pem.decodeCertificates(read(file), file.toString());
  }

  /** Reads the serving certificate and those above it, the serving one first. */
  public List<X509Certificate> servingChain() throws CertsException, IOException {
    var file = servingCertificateFile();
    return Pem.decodeCertificates(read(file), file.toString());
  }

  /** Reads the serving certificate and its key. */
  public Credential serving() throws CertsException, IOException {
    return serving(servingCertificateFile(), servingKeyFile());
  }

  /** Reads a serving certificate and its key from any two files, and checks that they match. */
  public static Credential serving(Path certificateFile, Path keyFile)
      throws CertsException, IOException {
    var chain = Pem.decodeCertificates(read(certificateFile), certificateFile.toString());
    var key = Pem.decodeKey(read(keyFile), keyFile.toString());
    if (!KeyMatch.matches(key, chain.getFirst().getPublicKey())) {
      throw new CertsException(
          keyFile + " is not the private key of the certificate in " + certificateFile);
    }
    return new Credential(key, chain);
  }

  /** Keeps a new CA, and in the bundle also those before it that clients may still meet. */
  public void write(CertificateAuthority authority, List<X509Certificate> before)
      throws IOException {
    var bundle = new ArrayList<>(List.of(authority.certificate()));
    bundle.addAll(before);
    // the bundle goes first: until the key follows it still holds the CA of the key there
    write(AUTHORITY, Pem.encode(bundle), false);
    write(AUTHORITY_KEY, Pem.encode(authority.key()), true);
  }

  /** Keeps a serving certificate and its key. */
  public void write(Credential serving) throws IOException {
    write(SERVING_KEY, Pem.encode(serving.key()), true);
    write(SERVING, Pem.encode(serving.chain()), false);
  }

  private void write(String name, String text, boolean secret) throws IOException {
    makeDirectory();
    var permissions = permissions(secret ? "rw-------" : "rw-r--r--");
    var draft = Files.createTempFile(path, "." + name, ".new", permissions);
    try {
      Files.writeString(draft, text, StandardOpenOption.SYNC);
      Files.move(draft, path.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /**
   * Makes the directory its owner's alone; one that already holds other things is left as it is.
   */
  private void makeDirectory() throws IOException {
    Files.createDirectories(path, permissions("rwx------"));
    var posix = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    try (var entries = Files.list(path)) {
      if (posix != null && entries.findAny().isEmpty()) {
        posix.setPermissions(PosixFilePermissions.fromString("rwx------"));
      }
    }
  }

  private FileAttribute<?>[] permissions(String posix) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(posix))
        }
        : new FileAttribute<?>[0];
  }

  private static String read(Path file) throws CertsException, IOException {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new CertsException(file + " does not exist: `plimsoll certs init` makes it", e);
    }
  }
}
