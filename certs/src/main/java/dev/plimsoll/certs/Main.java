package dev.plimsoll.certs;

import dev.plimsoll.certs.Arguments.Takes;
import dev.plimsoll.certs.Arguments.UsageException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The command {@code plimsoll certs}: makes, renews and shows the certificates of a directory. */
public final class Main {

  private static final String USAGE =
      """
      usage: plimsoll certs init|renew|show --dir DIR [--san NAME...]

        init    make a CA and a serving certificate
        renew   issue a new serving certificate; with --ca, make a new CA first
        show    print what is there, and how long it is good for

        --dir DIR        where the files are: ca.crt, ca.key, tls.crt, tls.key
        --san NAME...    DNS names and IP addresses to serve under
                         (init: localhost 127.0.0.1 ::1; renew: those it has)
        --days N         how long the serving certificate is good for (365)
        --ca-days N      how long the CA is good for (3652)
        --ca             renew: a new CA as well. ca.crt then holds the new and the old CA; the
                         serving certificate stays, so give ca.crt to those who trust it and
                         run renew again for a serving certificate of the new CA
      """;

  private static final List<String> LOCAL_NAMES = List.of("localhost", "127.0.0.1", "::1");
  private static final Map<String, Takes> OPTIONS = new LinkedHashMap<>();

  static {
    OPTIONS.put("--dir", Takes.ONE);
    OPTIONS.put("--san", Takes.MANY);
    OPTIONS.put("--days", Takes.ONE);
    OPTIONS.put("--ca-days", Takes.ONE);
    OPTIONS.put("--ca", Takes.NOTHING);
    OPTIONS.put("--help", Takes.NOTHING);
  }

  private final PrintStream out;
  private final PrintStream err;
  private final Clock clock;

  Main(PrintStream out, PrintStream err, Clock clock) {
    this.out = out;
    this.err = err;
    this.clock = clock;
  }

  /**
   * @param args what follows {@code plimsoll}, so {@code certs} first
   */
  public static void main(String[] args) {
    System.exit(new Main(System.out, System.err, Clock.systemUTC()).run(List.of(args)));
  }

  /** Returns the exit code: 0 done, 2 could not. */
  int run(List<String> args) {
    try {
      var arguments = Arguments.parse(args, OPTIONS);
      if (arguments.has("--help")) {
        out.print(USAGE);
        return 0;
      }
      var words = arguments.words().stream().filter(word -> !word.equals("certs")).toList();
      if (words.size() != 1) {
        throw new UsageException("say one of init, renew and show");
      }
      var dir = arguments.one("--dir").orElseThrow(() -> new UsageException("--dir is missing"));
      var directory = new CertificateDirectory(Path.of(dir));
      switch (words.getFirst()) {
        case "init" -> init(directory, arguments);
        case "renew" -> renew(directory, arguments);
        case "show" -> show(directory);
        default ->
            throw new UsageException("'" + words.getFirst() + "' is none of init, renew and show");
      }
      return 0;
    } catch (UsageException e) {
      err.println("plimsoll certs: " + e.getMessage() + "\n\n" + USAGE.stripTrailing());
    } catch (CertsException e) {
      err.println("plimsoll certs: " + e.getMessage());
    } catch (IOException e) {
      err.println("plimsoll certs: cannot read or write " + e.getMessage());
    }
    return 2;
  }

  private void init(CertificateDirectory directory, Arguments arguments)
      throws CertsException, IOException, UsageException {
    var names = names(arguments, new SubjectNames(LOCAL_NAMES));
    if (directory.hasAuthority()) {
      throw new CertsException(
          directory.path() + " already holds a CA: `plimsoll certs renew` issues from it");
    }
    var caLifetime = days(arguments, "--ca-days", CertificateAuthority.LIFETIME);
    var lifetime = days(arguments, "--days", CertificateAuthority.LEAF_LIFETIME);
    var authority = CertificateAuthority.create(clock, caLifetime);
    directory.write(authority, List.of());
    directory.write(authority.issue(names, clock, lifetime));
    show(directory);
  }

  private void renew(CertificateDirectory directory, Arguments arguments)
      throws CertsException, IOException, UsageException {
    if (arguments.has("--ca")) {
      var caLifetime = days(arguments, "--ca-days", CertificateAuthority.LIFETIME);
      var now = clock.instant();
      var stillGood =
          directory.bundle().stream()
              .filter(certificate -> certificate.getNotAfter().toInstant().isAfter(now))
              .toList();
      directory.write(CertificateAuthority.create(clock, caLifetime), stillGood);
    } else {
      var names = names(arguments, SubjectNames.of(directory.servingChain().getFirst()));
      var lifetime = days(arguments, "--days", CertificateAuthority.LEAF_LIFETIME);
      directory.write(directory.authority().issue(names, clock, lifetime));
    }
    show(directory);
  }

  private void show(CertificateDirectory directory) throws CertsException, IOException {
    var table = new CertificateTable(clock);
    for (var certificate : directory.bundle()) {
      table.add("ca.crt", certificate);
    }
    for (var certificate : directory.servingChain()) {
      table.add("tls.crt", certificate);
    }
    out.print(table);
  }

  private static SubjectNames names(Arguments arguments, SubjectNames otherwise)
      throws CertsException {
    return arguments.has("--san") ? SubjectNames.parse(arguments.all("--san")) : otherwise;
  }

  private static Duration days(Arguments arguments, String option, Duration otherwise)
      throws UsageException {
    var text = arguments.one(option);
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!text.get().matches("[1-9][0-9]{0,4}")) {
      throw new UsageException(
          option + " '" + text.get() + "' is not a number of days from 1 to 99999");
    }
    return Duration.ofDays(Long.parseLong(text.get()));
  }
}
