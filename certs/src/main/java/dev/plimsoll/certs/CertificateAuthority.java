package dev.plimsoll.certs;

import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyUsage;

/**
 * A CA: issues serving certificates that live no longer than it does.
 *
 * @param key signs; keep it where only its owner can read it
 */
public record CertificateAuthority(PrivateKey key, X509Certificate certificate) {

  /** How long a new CA is good for unless told otherwise: ten years. */
  public static final Duration LIFETIME = Duration.ofDays(3652);

  /** How long a new serving certificate is good for unless told otherwise: one year. */
  public static final Duration LEAF_LIFETIME = Duration.ofDays(365);

  /** Makes a new CA with a key of its own, good from a few minutes ago. */
  public static CertificateAuthority create(Clock clock, Duration lifetime) {
    KeyPair keys = Signing.newKeys();
    var name = "Plimsoll CA " + Signing.keyId(keys.getPublic()).substring(0, 8);
    var now = clock.instant();
    var certificate =
        new Signing(name, keys.getPublic(), now, now.plus(lifetime))
            .authority(new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
            .signedBy(keys.getPrivate(), null);
    return new CertificateAuthority(keys.getPrivate(), certificate);
  }

  /** Issues a certificate for a TLS server, with a key of its own. */
  public Credential issue(SubjectNames names, Clock clock, Duration lifetime) {
    KeyPair keys = Signing.newKeys();
    var now = clock.instant();
    var end = earlier(now.plus(lifetime), certificate.getNotAfter().toInstant());
    var leaf =
        new Signing(commonName(names), keys.getPublic(), now, end)
            .server(names)
            .signedBy(key, certificate);
    return new Credential(keys.getPrivate(), List.of(leaf));
  }

  /** Whether this CA's key signed a certificate. */
  public boolean issued(X509Certificate leaf) {
    return Signing.isSignedBy(leaf, certificate);
  }

  /** A common name holds at most 64 characters (RFC 5280, appendix A); clients read the SANs. */
  private static String commonName(SubjectNames names) {
    var first = names.names().getFirst();
    return first.length() <= 64 ? first : "plimsoll";
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  /** The key is never printed. */
  @Override
  public String toString() {
    return "CertificateAuthority[" + certificate.getSubjectX500Principal().getName() + "]";
  }
}
