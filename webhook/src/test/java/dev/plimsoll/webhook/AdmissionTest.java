package dev.plimsoll.webhook;

import static dev.plimsoll.webhook.AdmissionReviews.CREATE_POD;
import static dev.plimsoll.webhook.AdmissionReviews.UID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.certs.Arguments.UsageException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the API server is answered, by real policies over real TLS. */
class AdmissionTest {

  private static final String POLICY =
      """
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingAdmissionPolicy
      metadata:
        name: NAME
      spec:
        matchConstraints:
          resourceRules:
            - apiGroups: [""]
              apiVersions: [v1]
              operations: [CREATE, UPDATE]
              resources: [pods]
        validations:
          - expression: EXPRESSION
            message: MESSAGE
            reason: REASON
      """;

  private static final String BINDING =
      """
      ---
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingAdmissionPolicyBinding
      metadata:
        name: NAME-binding
      spec:
        policyName: NAME
        validationActions: [ACTIONS]
      """;

  private static final String NO_LATEST =
      "object.spec.containers.all(c, !c.image.endsWith(':latest'))";

  @TempDir private Path folder;

  @Test
  void aGoodRequestIsAllowed() throws Exception {
    policy("latest-image", NO_LATEST, "latest is not a version", "Invalid", "Deny");

    var answer = answer(CREATE_POD.replace(":latest", ":1.29"));

    assertThat(answer.at("apiVersion")).isEqualTo("admission.k8s.io/v1");
    assertThat(answer.at("kind")).isEqualTo("AdmissionReview");
    assertThat(answer.at("response.uid")).isEqualTo(UID);
    assertThat(answer.at("response.allowed")).isEqualTo(true);
    assertThat(answer.at("response.status")).isNull();
    assertThat(answer.at("response.patch")).isNull();
  }

  @Test
  void aDenialTellsAllViolationsWithTheReasonAndCodeOfTheFirst() throws Exception {
    policy("a-first", NO_LATEST, "latest is not a version", "Forbidden", "Deny");
    policy("b-second", "has(object.spec.securityContext)", "say who runs it", "Invalid", "Deny");

    var answer = answer(CREATE_POD);

    assertThat(answer.at("response.uid")).isEqualTo(UID);
    assertThat(answer.at("response.allowed")).isEqualTo(false);
    assertThat(answer.at("response.status.code")).isEqualTo(403L);
    assertThat(answer.at("response.status.reason")).isEqualTo("Forbidden");
    assertThat(answer.at("response.status.status")).isEqualTo("Failure");
    assertThat(answer.text("response.status.message"))
        .isEqualTo(
            """
            ValidatingAdmissionPolicy 'a-first' with binding 'a-first-binding' denied request: latest is not a version
            ValidatingAdmissionPolicy 'b-second' with binding 'b-second-binding' denied request: say who runs it\
            """);
  }

  @Test
  void warnAndAuditLetTheRequestPassAndSaySo() throws Exception {
    policy("latest-image", NO_LATEST, "latest is not a version", "Invalid", "Warn, Audit");

    var answer = answer(CREATE_POD);

    assertThat(answer.at("response.allowed")).isEqualTo(true);
    assertThat(answer.list("response.warnings"))
        .isEqualTo(
            List.of(
                "Validation failed for ValidatingAdmissionPolicy 'latest-image' with binding"
                    + " 'latest-image-binding': latest is not a version"));
    var audit = (java.util.Map<?, ?>) answer.at("response.auditAnnotations");
    assertThat(audit).isNotNull();
    assertThat(String.valueOf(audit))
        .startsWith("{validation.policy.admission.k8s.io_validation_failure=[{")
        .contains("latest is not a version");
  }

  @Test
  void aDryRunIsAnsweredLikeAnyOther() throws Exception {
    policy("dry-run", "!request.dryRun", "this was a dry run", "Invalid", "Deny");

    var answer = answer(CREATE_POD.replace("\"dryRun\": false", "\"dryRun\": true"));

    assertThat(answer.text("response.status.message")).contains("this was a dry run");
  }

  @Test
  void aPolicySeesTheRequestAsItIs() throws Exception {
    policy(
        "request",
        "\"request.userInfo.username == 'alice' && 'developers' in request.userInfo.groups &&"
            + " request.namespace == 'shop' && request.name == 'web' && oldObject == null &&"
            + " request.userInfo.extra['scopes'] == ['a', 'b'] && request.options.kind =="
            + " 'CreateOptions'\"",
        "not what was asked",
        "Invalid",
        "Deny");

    assertThat(answer(CREATE_POD).at("response.allowed")).isEqualTo(true);
  }

  @Test
  void aPolicyIsNotAskedAboutWhatItsRulesDoNotName() throws Exception {
    policy("never", "'false' == 'true'", "never", "Invalid", "Deny");
    var pods = "\"resource\": \"pods\"";

    assertThat(answer(CREATE_POD).at("response.allowed")).isEqualTo(false);
    assertThat(answer(CREATE_POD.replace(pods, "\"resource\": \"secrets\"")).at("response.allowed"))
        .isEqualTo(true);
    assertThat(
            answer(
                    CREATE_POD.replace(
                        "\"name\": \"web\",\n",
                        "\"name\": \"web\", \"subResource\": \"status\",\n"))
                .at("response.allowed"))
        .isEqualTo(true);
    assertThat(answer(CREATE_POD.replace("CREATE\"", "DELETE\"")).at("response.allowed"))
        .isEqualTo(true);
  }

  @Test
  void anEvaluationThatRunsOutOfTimeDenies() throws Exception {
    policy(
        "slow",
        "lists.range(2000).all(a, lists.range(2000).all(b, a + b >= 0))",
        "never",
        "Invalid",
        "Deny");
    try (var webhook = new TestServer(rules())) {
      var response = webhook.post("/validate?timeout=1ms", "application/json", CREATE_POD);

      var answer = Json.of(response.body());
      assertThat(answer.at("response.uid")).isEqualTo(UID);
      assertThat(answer.at("response.allowed")).isEqualTo(false);
      assertThat(answer.text("response.status.message")).contains("'slow'");
    }
  }

  @Test
  void whatThePoliciesCannotKnowIsWarnedOf() throws Exception {
    policy(
        "authorized",
        "authorizer.group('').resource('pods').namespace('shop').check('create').allowed()",
        "not yours",
        "Invalid",
        "Deny");

    var answer = answer(CREATE_POD);

    assertThat(answer.at("response.allowed") + answer.text("response.warnings"))
        .matches(Pattern.compile("false.*|true.*authorized was not checked.*"));
  }

  @ParameterizedTest
  @EnumSource(HttpClient.Version.class)
  void bothVersionsOfHttpAreSpoken(HttpClient.Version version) throws Exception {
    policy("latest-image", NO_LATEST, "latest is not a version", "Invalid", "Deny");
    try (var webhook = new TestServer(rules());
        var client = TestServer.client(version)) {
      var request =
          webhook
              .request("/validate?timeout=10s")
              .header("Content-Type", "application/json; charset=UTF-8")
              .POST(java.net.http.HttpRequest.BodyPublishers.ofString(CREATE_POD))
              .build();
      for (int i = 0; i < 3; i++) {
        var response = client.send(request, BodyHandlers.ofString());
        assertThat(response.version()).isEqualTo(version);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Json.of(response.body()).at("response.allowed")).isEqualTo(false);
      }
    }
  }

  @Test
  void aBodyOfSixMebibytesIsJudged() throws Exception {
    policy("latest-image", NO_LATEST, "latest is not a version", "Invalid", "Deny");
    var large = "\"padding\": \"" + "x".repeat(7 * 1024 * 1024) + "\", \"spec\":";

    var answer = answer(CREATE_POD.replace("\"spec\":", large));

    assertThat(answer.text("response.status.message")).contains("latest is not a version");
  }

  private void policy(String name, String expression, String message, String reason, String actions)
      throws Exception {
    var text =
        (POLICY + BINDING)
            .replace("NAME", name)
            .replace(
                "EXPRESSION", expression.contains("\"") ? expression : "\"" + expression + "\"")
            .replace("MESSAGE", message)
            .replace("REASON", reason)
            .replace("ACTIONS", actions);
    Files.writeString(folder.resolve(name + ".yaml"), text);
  }

  private Judge rules() throws UsageException {
    return Rules.load(Optional.empty(), List.of(folder));
  }

  private Json answer(String body) throws Exception {
    try (var webhook = new TestServer(rules())) {
      var response = webhook.post("/validate?timeout=10s", "application/json", body);
      assertThat(response.statusCode()).isEqualTo(200);
      return Json.of(response.body());
    }
  }
}
