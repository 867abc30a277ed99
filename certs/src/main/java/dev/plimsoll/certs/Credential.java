package dev.plimsoll.certs;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A private key and the certificates that vouch for it.
 *
 * @param chain the key's own certificate first, then each one's issuer; never empty
 */
public record Credential(PrivateKey key, List<X509Certificate> chain) {

  public Credential {
    chain = List.copyOf(chain);
    if (chain.isEmpty()) {
      throw new IllegalArgumentException("chain is empty");
    }
  }

  public X509Certificate certificate() {
    return chain.getFirst();
  }

  /** The key is never printed. */
  @Override
  public String toString() {
    return "Credential[" + certificate().getSubjectX500Principal().getName() + "]";
  }
}
