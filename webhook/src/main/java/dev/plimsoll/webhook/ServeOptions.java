package dev.plimsoll.webhook;

import dev.plimsoll.certs.Arguments;
import dev.plimsoll.certs.Arguments.Takes;
import dev.plimsoll.certs.Arguments.UsageException;
import dev.plimsoll.certs.CertificateDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code plimsoll serve} is told.
 *
 * @param port for TLS; 0 takes a free one
 * @param metricsPort for probes and metrics, plain; 0 takes a free one
 * @param certificate the files to serve with; empty for a certificate made for the occasion
 * @param profile the shipped rules in force; empty for none
 * @param policies files and folders with more
 */
record ServeOptions(
    int port,
    int metricsPort,
    Optional<CertificateFiles> certificate,
    Optional<String> profile,
    List<Path> policies) {

  static final String USAGE =
      """
      usage: plimsoll serve [--port 8443] [--metrics-port 9443]
                            [--cert FILE --key FILE | --certs DIR] [--profile NAME] [--policies PATH...]

        --port N            where POST /validate is served over TLS; 0 takes a free port
        --metrics-port N    where /livez, /readyz and /metrics are served in plain HTTP
        --cert FILE         the serving certificate (PEM), its chain behind it
        --key FILE          its private key
        --certs DIR         or both from a directory of `plimsoll certs`; files that change are
                            taken up while serving. Without any, a certificate for localhost is
                            made for the occasion
        --profile NAME      the shipped rules in force (recommended, unless --policies is given)
        --policies PATH...  files and folders with policies, bindings, params, Namespaces and
                            objects that policies look up; a policy without a binding denies
      """;

  private static final String DEFAULT_PROFILE = "recommended";

  /** A certificate and its key, in files. */
  record CertificateFiles(Path certificate, Path key) {}

  ServeOptions {
    policies = List.copyOf(policies);
  }

  /** Reads a command line; all that is wrong with it is told at once. */
  static ServeOptions parse(Arguments arguments) throws UsageException {
    var problems = new ArrayList<String>();
    int port = port(arguments, "--port", 8443, problems);
    int metricsPort = port(arguments, "--metrics-port", 9443, problems);
    if (port == metricsPort && port != 0) {
      problems.add("--port and --metrics-port are both " + port);
    }
    if (!arguments.words().isEmpty()) {
      problems.add("'" + arguments.words().getFirst() + "' belongs to no option");
    }
    var certificate = certificate(arguments, problems);
    var policies = arguments.all("--policies").stream().map(Path::of).toList();
    policies.stream()
        .filter(path -> !Files.exists(path))
        .forEach(path -> problems.add("--policies '" + path + "' does not exist"));
    if (!problems.isEmpty()) {
      throw new UsageException(String.join("\n", problems));
    }
    var profile = arguments.one("--profile");
    return new ServeOptions(
        port,
        metricsPort,
        certificate,
        profile.isEmpty() && policies.isEmpty() ? Optional.of(DEFAULT_PROFILE) : profile,
        policies);
  }

  static Map<String, Takes> known() {
    var known = new LinkedHashMap<String, Takes>();
    for (var name :
        List.of("--port", "--metrics-port", "--cert", "--key", "--certs", "--profile")) {
      known.put(name, Takes.ONE);
    }
    known.put("--policies", Takes.MANY);
    known.put("--help", Takes.NOTHING);
    return known;
  }

  private static Optional<CertificateFiles> certificate(
      Arguments arguments, List<String> problems) {
    var cert = arguments.one("--cert").map(Path::of);
    var key = arguments.one("--key").map(Path::of);
    var directory = arguments.one("--certs").map(Path::of).map(CertificateDirectory::new);
    if (cert.isPresent() != key.isPresent()) {
      problems.add(
          "--cert and --key go together; only "
              + (key.isEmpty() ? "--cert" : "--key")
              + " is given");
    }
    if (directory.isPresent() && (cert.isPresent() || key.isPresent())) {
      problems.add("--certs takes the place of --cert and --key; give one or the others");
    }
    var files =
        directory
            .map(dir -> new CertificateFiles(dir.servingCertificateFile(), dir.servingKeyFile()))
            .or(() -> cert.flatMap(c -> key.map(k -> new CertificateFiles(c, k))));
    files.stream()
        .flatMap(f -> List.of(f.certificate, f.key).stream())
        .filter(file -> !Files.isReadable(file))
        .forEach(
            file ->
                problems.add(
                    "'"
                        + file
                        + "' cannot be read; `plimsoll certs init --dir DIR` makes certificates"));
    return files;
  }

  private static int port(
      Arguments arguments, String option, int otherwise, List<String> problems) {
    var text = arguments.one(option);
    if (text.isEmpty()) {
      return otherwise;
    }
    if (text.get().matches("[0-9]{1,5}") && Integer.parseInt(text.get()) <= 65535) {
      return Integer.parseInt(text.get());
    }
    problems.add(option + " '" + text.get() + "' is not a port from 0 to 65535");
    return otherwise;
  }
}
