package dev.plimsoll.certs;

import java.net.InetAddress;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/**
 * The DNS names and IP addresses a serving certificate is good for (RFC 5280, 4.2.1.6).
 *
 * @param names in the order given, each once: DNS names in lower case, addresses in their canonical
 *     text
 */
public record SubjectNames(List<String> names) {

  private static final int DNS = 2;
  private static final int IP = 7;
  private static final Pattern DNS_NAME =
      Pattern.compile(
          "(\\*\\.)?[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)*");
  private static final Pattern IPV4 = Pattern.compile("[0-9]+(\\.[0-9]+){3}");

  public SubjectNames {
    names = List.copyOf(names);
  }

  /** Reads names as users write them; all that are wrong are named at once. */
  public static SubjectNames parse(Collection<String> texts) throws CertsException {
    var names = new LinkedHashSet<String>();
    var wrong = new ArrayList<String>();
    for (var text : texts) {
      var name = canonical(text);
      if (name.isEmpty()) {
        wrong.add("'" + text + "'");
      }
      names.add(name);
    }
    if (!wrong.isEmpty()) {
      throw new CertsException(
          String.join(", ", wrong)
              + (wrong.size() == 1 ? " is neither" : " are neither")
              + " a DNS name nor an IP address: write names such as plimsoll.example.svc,"
              + " *.example.com, 10.0.0.1 or ::1");
    }
    if (names.isEmpty()) {
      throw new CertsException("a serving certificate needs at least one name: give --san NAME");
    }
    return new SubjectNames(List.copyOf(names));
  }

  /** Returns the names a certificate bears; names of other kinds are left out. */
  public static SubjectNames of(X509Certificate certificate) throws CertsException {
    try {
      var found = new ArrayList<String>();
      var alternatives = certificate.getSubjectAlternativeNames();
      for (List<?> name : alternatives == null ? List.<List<?>>of() : alternatives) {
        if (name.get(0) instanceof Integer kind
            && (kind == DNS || kind == IP)
            && name.get(1) instanceof String text) {
          found.add(kind == IP ? canonical(text) : text);
        }
      }
      return new SubjectNames(found);
    } catch (CertificateParsingException e) {
      throw new CertsException("the certificate's names cannot be read: " + e.getMessage(), e);
    }
  }

  GeneralNames toGeneralNames() {
    return new GeneralNames(
        names.stream()
            .map(name -> new GeneralName(isAddress(name) ? IP : DNS, name))
            .toArray(GeneralName[]::new));
  }

  private static boolean isAddress(String name) {
    return name.indexOf(':') >= 0 || IPV4.matcher(name).matches();
  }

  /** Returns the one spelling of a name, or "" if it is none. */
  private static String canonical(String text) {
    if (isAddress(text)) {
      try {
        return text.indexOf('%') >= 0 ? "" : InetAddress.ofLiteral(text).getHostAddress();
      } catch (IllegalArgumentException e) {
        return "";
      }
    }
    var name = text.toLowerCase(Locale.ROOT);
    return name.length() <= 253 && DNS_NAME.matcher(name).matches() ? name : "";
  }
}
