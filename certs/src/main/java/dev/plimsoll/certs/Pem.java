package dev.plimsoll.certs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.util.encoders.DecoderException;

/** Certificates and private keys as PEM text (RFC 7468). */
public final class Pem {

  private static final Base64.Encoder BASE64 = Base64.getMimeEncoder(64, new byte[] {'\n'});

  private Pem() {}

  /** Returns certificates as text, in the order given. */
  public static String encode(Collection<X509Certificate> certificates) {
    try {
      var text = new StringBuilder();
      for (var certificate : certificates) {
        text.append(block("CERTIFICATE", certificate.getEncoded()));
      }
      return text.toString();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a parsed certificate can always be written", e);
    }
  }

  /** Returns a key as unencrypted PKCS#8 text. */
  public static String encode(PrivateKey key) {
    return block("PRIVATE KEY", key.getEncoded());
  }

  /**
   * Reads all certificates of a text.
   *
   * @param name what the text is called in messages, such as its file
   */
  public static List<X509Certificate> decodeCertificates(String text, String name)
      throws CertsException {
    var certificates = new ArrayList<X509Certificate>();
    try (var parser = new PEMParser(new StringReader(text))) {
      for (var block = parser.readPemObject(); block != null; block = parser.readPemObject()) {
        if (block.getType().equals("CERTIFICATE")) {
          certificates.add((X509Certificate) parse(block.getContent()));
        }
      }
    } catch (IOException | GeneralSecurityException | DecoderException e) {
      throw new CertsException(name + ": a certificate cannot be read: " + e.getMessage(), e);
    }
    if (certificates.isEmpty()) {
      throw new CertsException(
          name + ": no certificate in it; a PEM file with CERTIFICATE blocks is wanted");
    }
    return certificates;
  }

  /** Reads the first private key of a text: PKCS#8, SEC 1 (EC) or PKCS#1 (RSA), not encrypted. */
  public static PrivateKey decodeKey(String text, String name) throws CertsException {
    try (var parser = new PEMParser(new StringReader(text))) {
      for (var object = parser.readObject(); object != null; object = parser.readObject()) {
        if (object instanceof PrivateKeyInfo key) {
          return toKey(key);
        }
        if (object instanceof PEMKeyPair pair) {
          return toKey(pair.getPrivateKeyInfo());
        }
      }
    } catch (IOException | GeneralSecurityException | DecoderException e) {
      throw new CertsException(name + ": the private key cannot be read: " + e.getMessage(), e);
    }
    throw new CertsException(
        name + ": no unencrypted private key in it; a PEM file with a PRIVATE KEY block is wanted");
  }

  private static PrivateKey toKey(PrivateKeyInfo key) throws IOException, GeneralSecurityException {
    var id = key.getPrivateKeyAlgorithm().getAlgorithm();
    var algorithm =
        id.equals(X9ObjectIdentifiers.id_ecPublicKey)
            ? "EC"
            : id.equals(PKCSObjectIdentifiers.rsaEncryption) ? "RSA" : "EdDSA";
    return KeyFactory.getInstance(algorithm)
        .generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()));
  }

  private static Certificate parse(byte[] der) throws GeneralSecurityException {
    return CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(der));
  }

  private static String block(String type, byte[] der) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(type, BASE64.encodeToString(der), type);
  }
}
