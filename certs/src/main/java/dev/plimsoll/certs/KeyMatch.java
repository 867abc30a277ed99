package dev.plimsoll.certs;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Map;

/** Whether a private and a public key are one pair: what the one signs, the other verifies. */
final class KeyMatch {

  private static final Map<String, String> ALGORITHMS =
      Map.of("EC", "SHA256withECDSA", "RSA", "SHA256withRSA", "EdDSA", "EdDSA");
  private static final byte[] PROBE = {1};

  private KeyMatch() {}

  static boolean matches(PrivateKey privateKey, PublicKey publicKey) {
    try {
      var algorithm = ALGORITHMS.get(publicKey.getAlgorithm());
      if (algorithm == null) {
        return false;
      }
      var signature = Signature.getInstance(algorithm);
      signature.initSign(privateKey);
      signature.update(PROBE);
      var signed = signature.sign();
      signature.initVerify(publicKey);
      signature.update(PROBE);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
