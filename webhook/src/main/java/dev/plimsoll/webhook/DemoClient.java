package dev.plimsoll.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plimsoll.resources.GroupVersionKind;
import dev.plimsoll.resources.GroupVersionResource;
import dev.plimsoll.review.Review;
import io.fabric8.kubernetes.api.model.admission.v1.AdmissionResponse;
import io.fabric8.kubernetes.api.model.admission.v1.AdmissionReview;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Asks a webhook as kube-apiserver does: one AdmissionReview a request, over verified TLS. */
final class DemoClient implements AutoCloseable {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpClient http;
  private final URI url;

  /**
   * @param trusted the one CA whose certificate the webhook may show
   */
  DemoClient(URI url, X509Certificate trusted) {
    this.url = url;
    this.http = HttpClient.newBuilder().sslContext(trusting(trusted)).build();
  }

  /** Sends a review and returns the answer. */
  AdmissionResponse ask(Review review) throws IOException {
    var uid = UUID.randomUUID().toString();
    var request =
        HttpRequest.newBuilder(url)
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofByteArray(MAPPER.writeValueAsBytes(body(uid, review))))
            .build();
    try {
      var response = http.send(request, BodyHandlers.ofByteArray());
      if (response.statusCode() != 200) {
        throw new IOException("the webhook answered with status " + response.statusCode());
      }
      var answer = MAPPER.readValue(response.body(), AdmissionReview.class).getResponse();
      if (answer == null || !uid.equals(answer.getUid())) {
        throw new IOException("the webhook answered another request than the one asked");
      }
      return answer;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for the webhook", e);
    }
  }

  private static Map<String, @Nullable Object> body(String uid, Review review) {
    var request = new LinkedHashMap<String, @Nullable Object>();
    request.put("uid", uid);
    request.put("kind", kind(review.kind()));
    request.put("resource", resource(review.resource()));
    request.put("requestKind", kind(review.requestKind()));
    request.put("requestResource", resource(review.requestResource()));
    request.put("name", review.name());
    request.put("namespace", review.namespace());
    request.put("operation", review.operation().name());
    request.put(
        "userInfo", Map.of("username", review.user().username(), "groups", review.user().groups()));
    request.put("object", review.object());
    request.put("oldObject", review.oldObject());
    request.put("dryRun", review.dryRun());
    request.put("options", review.options());
    var body = new LinkedHashMap<String, @Nullable Object>();
    body.put("apiVersion", "admission.k8s.io/v1");
    body.put("kind", "AdmissionReview");
    body.put("request", request);
    return body;
  }

  private static Map<String, String> kind(GroupVersionKind kind) {
    return Map.of("group", kind.group(), "version", kind.version(), "kind", kind.kind());
  }

  private static Map<String, String> resource(GroupVersionResource resource) {
    return Map.of(
        "group", resource.group(),
        "version", resource.version(),
        "resource", resource.resource());
  }

  private static SSLContext trusting(X509Certificate authority) {
    try {
      var store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setCertificateEntry("ca", authority);
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      var context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this JDK cannot trust a certificate", e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
