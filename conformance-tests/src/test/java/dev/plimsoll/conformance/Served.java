package dev.plimsoll.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plimsoll.certs.CertificateAuthority;
import dev.plimsoll.certs.CertificateDirectory;
import dev.plimsoll.certs.CertsException;
import dev.plimsoll.certs.Pem;
import dev.plimsoll.certs.SubjectNames;
import dev.plimsoll.resources.GroupVersionKind;
import dev.plimsoll.resources.RestMapping;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** The launcher's {@code serve}, as a process of its own, on free ports, with a CA of its own. */
final class Served implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern ADDRESS = Pattern.compile("(https://localhost:\\d+)/validate");

  private final Process process;
  private final BufferedReader log;
  private final HttpClient client;
  private URI address = URI.create("");

  private Served(String policies) throws IOException, CertsException {
    var certs = Files.createTempDirectory("plimsoll-serve");
    var clock = Clock.systemUTC();
    var authority = CertificateAuthority.create(clock, CertificateAuthority.LIFETIME);
    var directory = new CertificateDirectory(certs);
    directory.write(authority, List.of());
    directory.write(
        authority.issue(
            SubjectNames.parse(List.of("localhost")), clock, CertificateAuthority.LEAF_LIFETIME));
    var bundle = certs.resolve("trusted.crt");
    Files.writeString(bundle, Pem.encode(List.of(authority.certificate())));
    client = HttpClient.newBuilder().sslContext(Trust.only(bundle)).build();
    process =
        new ProcessBuilder(
                "./plimsoll",
                "serve",
                "--port",
                "0",
                "--metrics-port",
                "0",
                "--certs",
                certs.toString(),
                "--policies",
                policies)
            .directory(Repository.ROOT.toFile())
            .redirectErrorStream(true)
            .start();
    log = process.inputReader(StandardCharsets.UTF_8);
  }

  static Served start(String policies) {
    try {
      return new Served(policies);
    } catch (IOException | CertsException e) {
      throw new IllegalStateException("plimsoll serve did not start", e);
    }
  }

  /** Reads the log until it says where the server is. */
  void awaitReady() {
    var seen = new StringBuilder();
    try {
      for (var line = log.readLine(); line != null; line = log.readLine()) {
        var found = ADDRESS.matcher(line);
        if (found.find()) {
          address = URI.create(found.group(1));
          // A full pipe would stop the server at its next line of log.
          Thread.ofVirtual().start(() -> log.lines().forEach(rest -> {}));
          return;
        }
        seen.append(line).append('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalStateException("plimsoll serve ended: " + seen);
  }

  /** Sends the creation of an object, as an API server would, and returns the AdmissionReview. */
  String validate(JsonNode object) throws IOException {
    var review = JSON.createObjectNode();
    review.put("apiVersion", "admission.k8s.io/v1").put("kind", "AdmissionReview");
    var kind =
        GroupVersionKind.of(object.path("apiVersion").asText(), object.path("kind").asText());
    var resource = RestMapping.builtIn().resource(kind).orElseThrow().name();
    var request = review.putObject("request");
    request.put("uid", UUID.randomUUID().toString()).put("operation", "CREATE");
    request
        .putObject("kind")
        .put("group", kind.group())
        .put("version", kind.version())
        .put("kind", kind.kind());
    request
        .putObject("resource")
        .put("group", resource.group())
        .put("version", resource.version())
        .put("resource", resource.resource());
    request.put("name", object.path("metadata").path("name").asText());
    request.put("namespace", object.path("metadata").path("namespace").asText());
    request.putObject("userInfo").put("username", "kubernetes-admin");
    request.set("object", object);
    var post =
        HttpRequest.newBuilder(address.resolve("/validate"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(review.toString()))
            .build();
    try {
      return client.send(post, BodyHandlers.ofString()).body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
