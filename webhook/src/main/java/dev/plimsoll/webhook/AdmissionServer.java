package dev.plimsoll.webhook;

import dev.plimsoll.certs.Credential;
import io.helidon.common.socket.SocketOptions;
import io.helidon.common.tls.Tls;
import io.helidon.http.DirectHandler;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * The server: {@code /validate} under TLS on one port; {@code /livez}, {@code /readyz} and {@code
 * /metrics} in plain HTTP on another. HTTP/1.1 and HTTP/2, each request on a virtual thread.
 */
final class AdmissionServer implements AutoCloseable {

  private static final Logger LOG = System.getLogger(AdmissionServer.class.getName());

  /** As long as a webhook's longest timeout: nobody waits for an answer after it. */
  private static final Duration GRACE = Duration.ofSeconds(30);

  private static final String PLAIN = "plain";
  private static final Header JSON =
      HeaderValues.create(HeaderNames.CONTENT_TYPE, "application/json");
  private static final Header TEXT =
      HeaderValues.create(HeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8");
  private static final Header ALLOW_POST = HeaderValues.create(HeaderNames.ALLOW, "POST");

  private final WebServer server;
  private final Metrics metrics = new Metrics();
  private final InFlight inFlight = new InFlight();
  private volatile boolean ready;

  private AdmissionServer(int port, int plainPort, Credential credential, Judge judge) {
    metrics.certificateEnds(credential.certificate().getNotAfter().toInstant());
    server =
        WebServer.builder()
            .port(port)
            .tls(tls(credential))
            // Helidon 4.4's own TLS over NIO garbles what two threads of a connection write at once
            .useNio(false)
            .shutdownHook(false)
            .connectionOptions(AdmissionServer::undelayed)
            .directHandlers(AdmissionServer::protocolErrors)
            .routing(routing -> admission(routing, new AdmissionEndpoint(judge, metrics, inFlight)))
            .putSocket(
                PLAIN,
                plain ->
                    plain
                        .port(plainPort)
                        .connectionOptions(AdmissionServer::undelayed)
                        .routing(this::probes))
            .build();
  }

  /**
   * Starts serving.
   *
   * @param port for TLS; 0 takes a free one
   * @param plainPort for probes and metrics; 0 takes a free one
   * @throws IOException if a port cannot be had
   */
  static AdmissionServer start(int port, int plainPort, Credential credential, Judge judge)
      throws IOException {
    var server = new AdmissionServer(port, plainPort, credential, judge);
    server.server.start();
    if (!server.server.isRunning()) {
      throw new IOException(
          "port %d or %d: another program has it, or it is not yours to take"
              .formatted(port, plainPort));
    }
    server.ready = true;
    return server;
  }

  int port() {
    return server.port();
  }

  int plainPort() {
    return server.port(PLAIN);
  }

  /** Serves new connections with another certificate; those that are open go on. */
  void use(Credential credential) {
    server.reloadTls(tls(credential));
    metrics.certificateEnds(credential.certificate().getNotAfter().toInstant());
  }

  /** Says that it is not ready, answers the requests it has taken, then stops. */
  @Override
  public void close() {
    ready = false;
    // Helidon's own grace period interrupts the threads that are still working
    inFlight.await(GRACE);
    server.stop();
  }

  private static void admission(HttpRouting.Builder routing, AdmissionEndpoint endpoint) {
    routing.error(Throwable.class, (request, response, fault) -> send(response, refusal(fault)));
    routing.post("/validate", endpoint);
    routing.any(
        "/validate",
        (request, response) -> {
          response.header(ALLOW_POST);
          send(request, response, new Refusal(405, "MethodNotAllowed", "only POST is served here"));
        });
    routing.any(
        (request, response) ->
            send(request, response, new Refusal(404, "NotFound", "only /validate is served here")));
  }

  private void probes(HttpRouting.Builder routing) {
    routing.get("/livez", (request, response) -> response.header(TEXT).send("ok"));
    routing.get(
        "/readyz",
        (request, response) ->
            response.status(ready ? 200 : 503).header(TEXT).send(ready ? "ok" : "stopping"));
    routing.get(
        "/metrics",
        (request, response) ->
            response.header(HeaderNames.CONTENT_TYPE, Metrics.CONTENT_TYPE).send(metrics.text()));
  }

  private static void send(ServerRequest request, ServerResponse response, Refusal refusal)
      throws IOException {
    send(response, RequestBody.read(request).isPresent() ? refusal : Refusal.TOO_LARGE);
  }

  private static void send(ServerResponse response, Refusal refusal) {
    response.status(refusal.code()).header(JSON).send(AdmissionResponses.status(refusal));
  }

  /** What Helidon refuses before a route sees it. */
  private static void protocolErrors(DirectHandlers.Builder handlers) {
    for (var event : DirectHandler.EventType.values()) {
      handlers.addHandler(
          event,
          (request, type, status, headers, message) ->
              DirectHandler.TransportResponse.builder()
                  .status(status)
                  .headers(headers)
                  .header(JSON)
                  .keepAlive(type.keepAlive())
                  .entity(AdmissionResponses.status(refusal(status, message)))
                  .build());
    }
  }

  /** What Helidon refuses while a route reads the request, or a fault of ours. */
  private static Refusal refusal(Throwable fault) {
    if (fault instanceof RequestException refused) {
      return refusal(refused.status(), String.valueOf(refused.getMessage()));
    }
    LOG.log(Level.ERROR, "a request is refused because answering it failed", fault);
    return Refusal.INTERNAL_ERROR;
  }

  private static Refusal refusal(Status status, String message) {
    return new Refusal(status.code(), status.reasonPhrase().replace(" ", ""), message);
  }

  /** Without this a small answer waits some 40 ms for the client's delayed acknowledgement. */
  private static void undelayed(SocketOptions.Builder options) {
    options.tcpNoDelay(true);
  }

  private static Tls tls(Credential credential) {
    return Tls.builder()
        .privateKey(credential.key())
        .privateKeyCertChain(credential.chain())
        // clients show no certificates, but without any trust Helidon cannot reload
        .trust(credential.chain())
        .addEnabledProtocol("TLSv1.3")
        .addEnabledProtocol("TLSv1.2")
        .build();
  }
}
