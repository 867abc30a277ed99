package dev.plimsoll.certs;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX500NameUtil;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** One certificate being made: its subject, validity and extensions, then its signature. */
final class Signing {

  /** How far back a validity begins, for clients whose clock is slow. */
  static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private static final SecureRandom RANDOM = new SecureRandom();

  private record Field(ASN1ObjectIdentifier id, boolean critical, ASN1Encodable value) {}

  private final X500Name subject;
  private final PublicKey key;
  private final Instant start;
  private final Instant end;
  private final List<Field> extensions = new ArrayList<>();

  /** X.509 times hold whole seconds, so both ends are cut to them. */
  Signing(String commonName, PublicKey key, Instant now, Instant end) {
    this.subject = new X500NameBuilder().addRDN(BCStyle.CN, commonName).build();
    this.key = key;
    this.start = now.minus(CLOCK_SKEW).truncatedTo(ChronoUnit.SECONDS);
    this.end = end.truncatedTo(ChronoUnit.SECONDS);
  }

  /** Makes it a CA that may sign leaves but no further CA. */
  Signing authority(KeyUsage usage) {
    extensions.add(new Field(Extension.basicConstraints, true, new BasicConstraints(0)));
    extensions.add(new Field(Extension.keyUsage, true, usage));
    return this;
  }

  /** Makes it a TLS server's; ECDSA keys only sign, so no key encipherment is allowed. */
  Signing server(SubjectNames names) {
    extensions.add(new Field(Extension.basicConstraints, true, new BasicConstraints(false)));
    extensions.add(new Field(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature)));
    extensions.add(
        new Field(
            Extension.extendedKeyUsage,
            false,
            new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth)));
    extensions.add(new Field(Extension.subjectAlternativeName, false, names.toGeneralNames()));
    return this;
  }

  /** Signs it; without an issuer it is signed by its own key. */
  X509Certificate signedBy(PrivateKey signer, @Nullable X509Certificate issuer) {
    try {
      var identifiers = new JcaX509ExtensionUtils();
      var builder =
          new JcaX509v3CertificateBuilder(
              issuer == null ? subject : JcaX500NameUtil.getSubject(issuer),
              newSerial(),
              Date.from(start),
              Date.from(end),
              subject,
              key);
      for (var extension : extensions) {
        builder.addExtension(extension.id, extension.critical, extension.value);
      }
      builder.addExtension(
          Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(key));
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          identifiers.createAuthorityKeyIdentifier(issuer == null ? key : issuer.getPublicKey()));
      var holder = builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer));
      return new JcaX509CertificateConverter().getCertificate(holder);
    } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
      throw new IllegalStateException("this JDK cannot sign with ECDSA", e);
    }
  }

  static KeyPair newKeys() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK cannot make P-256 keys", e);
    }
  }

  /** Returns a key's identifier in hexadecimal, as the SKI extension holds it. */
  static String keyId(PublicKey key) {
    try {
      var id = new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key).getKeyIdentifier();
      return HexFormat.of().formatHex(id);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no SHA-1", e);
    }
  }

  static boolean isSignedBy(X509Certificate certificate, X509Certificate issuer) {
    try {
      certificate.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** Positive, 16 octets, 126 bits from a strong source (the CA/Browser Forum asks for 64). */
  private static BigInteger newSerial() {
    return new BigInteger(126, RANDOM).setBit(126);
  }
}
