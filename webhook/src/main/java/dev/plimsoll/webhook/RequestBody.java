package dev.plimsoll.webhook;

import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * The body of a request, if it is not too large. Helidon has a limit of its own, but with it
 * HTTP/1.1 clients often lose the answer, and HTTP/2 knows nothing of it.
 */
final class RequestBody {

  /** Larger than object and oldObject at the API server's limit of 3 MiB each. */
  static final int MAX = 8 * 1024 * 1024;

  /** How much of a larger body is read and thrown away, so that its sender hears the answer. */
  private static final long MAX_DISCARDED = 16L * MAX;

  private RequestBody() {}

  /**
   * Reads the whole body, or nothing of one larger than {@link #MAX}. To be called before any
   * answer: an HTTP/2 client that is still sending would miss it.
   */
  static Optional<byte[]> read(ServerRequest request) throws IOException {
    if (!request.content().hasEntity()) {
      return Optional.of(new byte[0]);
    }
    try (var stream = request.content().inputStream()) {
      var body = stream.readNBytes(MAX);
      if (body.length == MAX && stream.read() >= 0) {
        discard(stream);
        return Optional.empty();
      }
      return Optional.of(body);
    }
  }

  private static void discard(InputStream stream) throws IOException {
    var buffer = new byte[64 * 1024];
    long discarded = 0;
    for (int n = stream.read(buffer);
        n >= 0 && discarded < MAX_DISCARDED;
        n = stream.read(buffer)) {
      discarded += n;
    }
  }
}
