package dev.plimsoll.webhook;

import static dev.plimsoll.webhook.AdmissionReviews.CREATE_POD;
import static dev.plimsoll.webhook.AdmissionReviews.UID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.review.Verdict;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are no AdmissionReview: a judge that allows everything never gets to see them. */
class MalformedBodyTest {

  private static final List<Object> JUDGED = new ArrayList<>();
  private static TestServer webhook;

  @BeforeAll
  static void start() throws Exception {
    webhook =
        new TestServer(
            (review, deadline) -> {
              JUDGED.add(review);
              return new Verdict(true, 200, "", "", List.of(), Map.of(), List.of(), List.of());
            });
  }

  @AfterAll
  static void stop() {
    webhook.close();
    assertThat(JUDGED).isEmpty();
  }

  static List<Arguments> unnamed() {
    return List.of(
        Arguments.of("", "the body is empty"),
        Arguments.of("   ", "the JSON text ends too early"),
        Arguments.of("not json", "not valid JSON at byte"),
        Arguments.of("<xml/>", "not valid JSON at byte"),
        Arguments.of("apiVersion: admission.k8s.io/v1\n", "not valid JSON at byte"),
        Arguments.of("\u0000", "not valid JSON at byte"),
        Arguments.of("null", "the body is JSON, but not an AdmissionReview"),
        Arguments.of("[]", "the body is JSON, but not an AdmissionReview"),
        Arguments.of("\"AdmissionReview\"", "the body is JSON, but not an AdmissionReview"),
        Arguments.of("{}", "apiVersion admission.k8s.io/v1 and kind AdmissionReview are wanted"),
        Arguments.of("[".repeat(20_000), "nesting depth"),
        Arguments.of(
            "{\"apiVersion\":\"admission.k8s.io/v1\",\"kind\":\"AdmissionReview\"}", "no request"),
        Arguments.of(CREATE_POD.replace("\"uid\": \"" + UID + "\",", ""), "uid is missing"),
        Arguments.of(CREATE_POD.replace(UID, ""), "uid is missing"),
        Arguments.of(CREATE_POD.substring(0, 100), "not valid JSON at byte"));
  }

  @ParameterizedTest
  @MethodSource("unnamed")
  void aBodyThatNamesNoRequestIsABadRequest(String body, String message) throws Exception {
    var response = webhook.post(body);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(json(response).at("kind")).isEqualTo("Status");
    assertThat(json(response).at("reason")).isEqualTo("BadRequest");
    assertThat(json(response).text("message")).contains(message);
  }

  static List<Arguments> named() {
    return List.of(
        Arguments.of(CREATE_POD.substring(0, CREATE_POD.length() - 60), "not valid JSON at byte"),
        Arguments.of(CREATE_POD + "{}", "something follows the JSON value"),
        Arguments.of(CREATE_POD + "x", "not valid JSON at byte"),
        Arguments.of(
            CREATE_POD.replace("\"spec\":", "\"spec\": {\"hostPID\": true}, \"spec\":"),
            "the key 'spec' stands twice in one object"),
        Arguments.of(
            CREATE_POD.replace("\"dryRun\": false", "\"operation\": \"DELETE\""),
            "the key 'operation' stands twice in one object"),
        Arguments.of(
            CREATE_POD.replace("admission.k8s.io/v1", "admission.k8s.io/v1beta1"),
            "not \"admission.k8s.io/v1beta1\" and \"AdmissionReview\""),
        Arguments.of(CREATE_POD.replace("\"AdmissionReview\"", "\"Pod\""), "and \"Pod\""),
        Arguments.of(
            CREATE_POD.replace("\"CREATE\"", "\"create\""), "request.operation \"create\""),
        Arguments.of(CREATE_POD.replace("\"CREATE\"", "7"), "request.operation \"7\""),
        Arguments.of(CREATE_POD.replace("\"object\"", "\"thing\""), "request.object is missing"),
        Arguments.of(
            CREATE_POD.replace("\"oldObject\": null", "\"oldObject\": \"x\""),
            "oldObject is \"x\", not an object"),
        Arguments.of(CREATE_POD.replace("\"kind\": \"Pod\"}", "\"kind\": 1}"), "kind is \"1\""),
        Arguments.of(
            CREATE_POD.replace("\"resource\": \"pods\"", "\"resource\": \"\""),
            "resource is missing"),
        Arguments.of(CREATE_POD.replace("\"userInfo\"", "\"user\""), "request.userInfo is missing"),
        Arguments.of(
            CREATE_POD.replace("[\"developers\", \"system:authenticated\"]", "\"developers\""),
            "userInfo.groups is \"developers\", not a list"),
        Arguments.of(
            CREATE_POD.replace("[\"a\", \"b\"]", "[1]"), "userInfo.extra.scopes holds \"1\""),
        Arguments.of(CREATE_POD.replace("\"nginx:latest\"", "1e400"), "1e400 is too large"),
        Arguments.of(CREATE_POD.replace("\"nginx:latest\"", "NaN"), "not valid JSON at byte"),
        Arguments.of(
            CREATE_POD.replace("\"nginx:latest\"", "[".repeat(10_001) + "]".repeat(10_001)),
            "nesting depth"));
  }

  @ParameterizedTest
  @MethodSource("named")
  void aBodyThatNamesItsRequestIsDeniedByName(String body, String message) throws Exception {
    var response = webhook.post(body);

    assertThat(response.statusCode()).isEqualTo(200);
    var answer = json(response);
    assertThat(answer.at("response.uid")).isEqualTo(UID);
    assertThat(answer.at("response.allowed")).isEqualTo(false);
    assertThat(answer.at("response.status.code")).isEqualTo(400L);
    assertThat(answer.text("response.status.message")).contains(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/xml",
        "application/yaml",
        "application/json; charset=utf-16",
        "application/vnd.kubernetes.protobuf",
        "nonsense"
      })
  void anotherContentTypeIsUnsupported(String contentType) throws Exception {
    var response = webhook.post("/validate", contentType, CREATE_POD);

    assertThat(response.statusCode()).isEqualTo(415);
    assertThat(json(response).text("message"))
        .isEqualTo("content type '" + contentType + "' is not application/json");
  }

  @Test
  void noContentTypeIsUnsupported() throws Exception {
    var request = webhook.request("/validate").POST(BodyPublishers.ofString(CREATE_POD)).build();

    var response = webhook.client.send(request, BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(415);
  }

  @Test
  void aCompressedBodyIsUnsupported() throws Exception {
    var request =
        webhook
            .request("/validate")
            .header("Content-Type", "application/json")
            .header("Content-Encoding", "gzip")
            .POST(BodyPublishers.ofString(CREATE_POD))
            .build();

    var response = webhook.client.send(request, BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "10", "-1s", "0s", "10s5"})
  void anUnreadableTimeoutIsDeniedToo(String timeout) throws Exception {
    var response = webhook.post("/validate?timeout=" + timeout, "application/json", CREATE_POD);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(json(response).at("response.allowed")).isEqualTo(false);
    assertThat(json(response).text("response.status.message"))
        .contains("timeout '" + timeout + "' is not a duration");
  }

  @ParameterizedTest
  @EnumSource(HttpClient.Version.class)
  void aBodyLargerThanEightMebibytesIsRefused(HttpClient.Version version) throws Exception {
    var padding = " ".repeat(RequestBody.MAX + 1 - CREATE_POD.length());
    var sized = BodyPublishers.ofString(CREATE_POD + padding);
    var chunked = BodyPublishers.fromPublisher(BodyPublishers.ofString(CREATE_POD + padding));

    for (var body : List.of(sized, chunked)) {
      for (var path : List.of("/validate", "/elsewhere")) {
        var request =
            webhook.request(path).header("Content-Type", "application/json").POST(body).build();
        try (var client = TestServer.client(version)) {
          var response = client.send(request, BodyHandlers.ofString());
          assertThat(response.version()).isEqualTo(version);
          assertThat(response.statusCode()).isEqualTo(413);
          assertThat(json(response).at("message")).isEqualTo("the body is larger than 8 MiB");
        }
      }
    }
  }

  @Test
  void otherMethodsAndPathsAreNotServed() throws Exception {
    var get = webhook.client.send(webhook.request("/validate").build(), BodyHandlers.ofString());
    var elsewhere = webhook.post("/", "application/json", CREATE_POD);
    var below = webhook.post("/validate/x", "application/json", CREATE_POD);

    assertThat(get.statusCode()).isEqualTo(405);
    assertThat(get.headers().firstValue("Allow")).contains("POST");
    assertThat(elsewhere.statusCode()).isEqualTo(404);
    assertThat(below.statusCode()).isEqualTo(404);
  }

  private static Json json(HttpResponse<String> response) throws UnreadableException {
    return Json.of(response.body());
  }
}
