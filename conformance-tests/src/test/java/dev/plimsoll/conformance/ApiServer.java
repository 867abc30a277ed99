package dev.plimsoll.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A kube-apiserver and its etcd, started as processes on loopback with nothing in them but the
 * ServiceAccount {@code default} of the namespace {@code default}.
 */
final class ApiServer implements AutoCloseable {

  /** What to tell a user who has none. */
  static final String HOW_TO_GET_ONE =
      "no kube-apiserver and etcd in KUBEBUILDER_ASSETS, on the PATH or in the cache: with Go"
          + " installed, run conformance-tests/apiserver/build";

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Path folder;
  private final List<Process> processes = new ArrayList<>();
  private final URI address;
  private final String token = UUID.randomUUID().toString();
  private final HttpClient client;

  private ApiServer(Path binaries) throws IOException, GeneralSecurityException {
    folder = Files.createTempDirectory("plimsoll-apiserver");
    address = URI.create("https://127.0.0.1:" + freePort());
    try {
      start(binaries);
      client =
          HttpClient.newBuilder().sslContext(Trust.only(folder.resolve("apiserver.crt"))).build();
      awaitReady();
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Returns the folder that holds both binaries, if there is one. */
  static Optional<Path> binaries() {
    var assets = Stream.ofNullable(System.getenv("KUBEBUILDER_ASSETS"));
    var path = Stream.of(System.getenv().getOrDefault("PATH", "").split(":"));
    return Stream.concat(
            Stream.concat(assets, path).filter(f -> !f.isEmpty()).map(Path::of), cache())
        .filter(f -> Files.isExecutable(f.resolve("etcd")))
        .filter(f -> Files.isExecutable(f.resolve("kube-apiserver")))
        .findFirst();
  }

  static ApiServer start() {
    try {
      return new ApiServer(binaries().orElseThrow(() -> new IllegalStateException(HOW_TO_GET_ONE)));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("kube-apiserver did not start", e);
    }
  }

  /** Sends a request as {@code kubernetes-admin}; the body is JSON, or YAML for an apply patch. */
  HttpResponse<String> send(String method, String path, String contentType, String body) {
    var request =
        HttpRequest.newBuilder(address.resolve(path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", contentType)
            .header("Accept", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .timeout(PATIENCE)
            .build();
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> create(String path, String json) {
    return send("POST", path, "application/json", json);
  }

  @Override
  public void close() {
    processes.reversed().forEach(Process::destroyForcibly);
    processes.forEach(process -> process.onExit().join());
    try (var files = Files.walk(folder)) {
      for (Path file : files.toList().reversed()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> cache() {
    var cache =
        Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
            .map(Path::of)
            .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
            .resolve("plimsoll");
    if (!Files.isDirectory(cache)) {
      return Stream.empty();
    }
    try (var folders = Files.list(cache)) {
      return folders
          .filter(f -> f.getFileName().toString().startsWith("apiserver-"))
          .sorted()
          .toList()
          .reversed()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void start(Path binaries) throws IOException, GeneralSecurityException {
    var etcd = "http://127.0.0.1:" + freePort();
    var peers = "http://127.0.0.1:" + freePort();
    Files.writeString(in("tokens.csv"), token + ",kubernetes-admin,admin,system:masters\n");
    Files.writeString(in("service-account.key"), privateKey());
    launch(
        binaries.resolve("etcd"),
        "--data-dir=" + in("etcd"),
        "--unsafe-no-fsync",
        "--listen-client-urls=" + etcd,
        "--advertise-client-urls=" + etcd,
        "--listen-peer-urls=" + peers,
        "--initial-advertise-peer-urls=" + peers,
        "--initial-cluster=default=" + peers);
    launch(
        binaries.resolve("kube-apiserver"),
        "--etcd-servers=" + etcd,
        "--bind-address=127.0.0.1",
        "--secure-port=" + address.getPort(),
        "--cert-dir=" + folder,
        "--token-auth-file=" + in("tokens.csv"),
        "--authorization-mode=RBAC",
        "--allow-privileged=true",
        "--service-cluster-ip-range=10.0.0.0/24",
        "--service-account-issuer=https://kubernetes.default.svc",
        "--service-account-key-file=" + in("service-account.key"),
        "--service-account-signing-key-file=" + in("service-account.key"));
    await("its certificate", () -> Files.exists(in("apiserver.crt")));
  }

  private void awaitReady() {
    await(
        "its readiness", () -> send("GET", "/readyz", "application/json", "").statusCode() == 200);
    await(
        "the namespace default",
        () ->
            create(
                        "/api/v1/namespaces/default/serviceaccounts",
                        """
                        {"apiVersion": "v1", "kind": "ServiceAccount", "metadata": {"name": "default"}}
                        """)
                    .statusCode()
                == 201);
  }

  /** Asks again and again until the answer is yes, or until nobody would wait any longer. */
  void await(String what, Answer answer) {
    var end = Instant.now().plus(PATIENCE);
    while (!answers(answer)) {
      if (Instant.now().isAfter(end) || endsWithin(50)) {
        throw new IllegalStateException("kube-apiserver: waited in vain for " + what);
      }
    }
  }

  private boolean endsWithin(int milliseconds) {
    try {
      return processes.getLast().waitFor(milliseconds, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static boolean answers(Answer answer) {
    try {
      return answer.isYes();
    } catch (UncheckedIOException notListeningYet) {
      return false;
    }
  }

  /** A question that is asked until the answer is yes. */
  @FunctionalInterface
  interface Answer {
    boolean isYes();
  }

  private void launch(Path program, String... arguments) throws IOException {
    var log = in(program.getFileName() + ".log").toFile();
    var command = new ArrayList<String>();
    command.add(program.toString());
    command.addAll(List.of(arguments));
    processes.add(
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log)
            .start());
  }

  private Path in(String name) {
    return folder.resolve(name);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String privateKey() throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    var encoded = generator.generateKeyPair().getPrivate().getEncoded();
    return "-----BEGIN PRIVATE KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
        + "\n-----END PRIVATE KEY-----\n";
  }
}
