package dev.plimsoll.certs;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Certificates as a table for people: file, subject, names, validity in UTC, days left. */
final class CertificateTable {

  private static final List<String> TITLES =
      List.of("FILE", "SUBJECT", "NAMES", "FROM", "UNTIL", "DAYS LEFT");

  private final List<List<String>> rows = new ArrayList<>(List.of(TITLES));
  private final Instant now;

  CertificateTable(Clock clock) {
    this.now = clock.instant();
  }

  void add(String file, X509Certificate certificate) throws CertsException {
    var names = String.join(", ", SubjectNames.of(certificate).names());
    rows.add(
        List.of(
            file,
            certificate.getSubjectX500Principal().getName(),
            names.isEmpty() ? "-" : names,
            day(certificate.getNotBefore().toInstant()),
            day(certificate.getNotAfter().toInstant()),
            left(certificate.getNotAfter().toInstant())));
  }

  private String left(Instant end) {
    return end.isAfter(now)
        ? Long.toString(Duration.between(now, end).plusHours(12).toDays())
        : "expired";
  }

  private static String day(Instant instant) {
    return instant.atZone(ZoneOffset.UTC).toLocalDate().toString();
  }

  /** Returns the table, each row on its own line, columns two blanks apart. */
  @Override
  public String toString() {
    var text = new StringBuilder();
    for (var row : rows) {
      for (int column = 0; column < row.size(); column++) {
        boolean last = column == row.size() - 1;
        text.append(row.get(column));
        text.append(last ? "\n" : " ".repeat(width(column) - row.get(column).length() + 2));
      }
    }
    return text.toString();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}
