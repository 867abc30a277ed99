package dev.plimsoll.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plimsoll.cel.KubernetesVersion;
import dev.plimsoll.document.DocumentReader;
import dev.plimsoll.document.MapNode;
import dev.plimsoll.document.Source;
import dev.plimsoll.policy.BindingReader;
import dev.plimsoll.policy.Policy;
import dev.plimsoll.policy.PolicySet;
import dev.plimsoll.policy.store.ShippedPolicies;
import dev.plimsoll.resources.GroupVersionKind;
import dev.plimsoll.resources.RestMapping;
import dev.plimsoll.review.FileCluster;
import dev.plimsoll.review.ReviewReader;
import dev.plimsoll.review.Reviewer;
import dev.plimsoll.review.Verdict;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every native policy is created in a real API server, and every example with it, by dry run. Its
 * answer is ours: verdict, code, reason, message and warnings, for the object in the form in which
 * that server hands it to a webhook.
 */
class NativePoliciesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LABEL = "plimsoll.dev/example-of";
  private static final String POLICIES = "/apis/admissionregistration.k8s.io/v1/";

  /**
   * An object of an example.
   *
   * @param json as it is sent
   * @param review as the server hands it to a webhook
   * @param warnings that the server has about the object itself
   */
  private record Sent(
      Example example, String path, String json, String review, List<String> warnings) {}

  /** What a user of the API sees. */
  private record Answer(
      boolean allowed, int code, String reason, String message, List<String> warnings) {}

  @Test
  void everyExampleHasTheApiServersVerdict() throws Exception {
    assumeTrue(ApiServer.binaries().isPresent(), ApiServer.HOW_TO_GET_ONE);
    try (var server = ApiServer.start()) {
      var sent = record(server);
      createPolicies(server, sent);
      var differences = new ArrayList<String>();
      int denied = 0;
      for (var object : sent) {
        var theirs = answer(server.create(object.path(), object.json()), object.warnings());
        var ours = answer(object);
        if (!ours.equals(theirs)) {
          differences.add("%s%n  theirs %s%n  ours   %s".formatted(object.example(), theirs, ours));
        }
        denied += theirs.allowed() ? 0 : 1;
      }
      assertThat(differences).isEmpty();
      assertThat(denied).isPositive();
    }
  }

  /** Sends every example to a server without policies but with a webhook that keeps them. */
  private static List<Sent> record(ApiServer server) throws IOException {
    try (var webhook = RecordingWebhook.start()) {
      created(server.create(POLICIES + "validatingwebhookconfigurations", webhook.configuration()));
      var probe =
          "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"probe\"}}";
      var maps = "/api/v1/namespaces/default/configmaps?dryRun=All";
      server.await(
          "the webhook",
          () -> {
            created(server.create(maps, probe));
            return !webhook.take().isEmpty();
          });
      var sent = new ArrayList<Sent>();
      for (var example : Example.of("kubernetes")) {
        for (var document : example.documents().toList()) {
          if (document.root() instanceof MapNode object) {
            var json = labelled(object, example.rule());
            var path = path(json);
            prepare(server, json);
            var response = server.create(path, json.toString());
            created(response);
            var review = webhook.take().getLast();
            sent.add(new Sent(example, path, json.toString(), review, warnings(response)));
          }
        }
      }
      var gone =
          server.send(
              "DELETE",
              POLICIES + "validatingwebhookconfigurations/recording",
              "application/json",
              "");
      assertThat(gone.statusCode()).isEqualTo(200);
      server.await(
          "the webhook's end",
          () -> {
            created(server.create(maps, probe));
            return webhook.take().isEmpty();
          });
      return sent;
    }
  }

  /** Creates what an object needs there: its namespace, and the accounts of its pods. */
  private static void prepare(ApiServer server, ObjectNode object) {
    var namespace = object.path("metadata").path("namespace").asText("default");
    existing(server, "/api/v1/namespaces", "Namespace", namespace);
    for (var account : object.findValuesAsText("serviceAccountName")) {
      existing(server, accounts(namespace), "ServiceAccount", account);
    }
    existing(server, accounts(namespace), "ServiceAccount", "default");
  }

  private static String accounts(String namespace) {
    return "/api/v1/namespaces/" + namespace + "/serviceaccounts";
  }

  private static void existing(ApiServer server, String path, String kind, String name) {
    var json = "{\"apiVersion\": \"v1\", \"kind\": \"%s\", \"metadata\": {\"name\": \"%s\"}}";
    var status = server.create(path, json.formatted(kind, name)).statusCode();
    assertThat(status).as(name).isIn(201, 409);
  }

  private static void createPolicies(ApiServer server, List<Sent> sent) throws IOException {
    for (var policy : rules(sent)) {
      var file = Repository.ROOT.resolve("policies/kubernetes/" + policy + "/policy.yaml");
      var document = DocumentReader.read(new Source(policy, Files.readString(file))).getFirst();
      var json = JSON.valueToTree(document.root()).toString();
      created(server.create(POLICIES + "validatingadmissionpolicies", json));
      for (var binding : bindings(policy)) {
        created(server.create(POLICIES + "validatingadmissionpolicybindings", binding));
      }
    }
    for (var object : firstFailing(sent)) {
      server.await(
          object.example().rule() + " to be in force",
          () -> server.create(object.path(), object.json()).statusCode() >= 400);
    }
  }

  private static List<String> rules(List<Sent> sent) {
    return sent.stream().map(object -> object.example().rule()).distinct().toList();
  }

  private static List<Sent> firstFailing(List<Sent> sent) {
    return rules(sent).stream()
        .map(
            rule ->
                sent.stream()
                    .filter(s -> s.example().fails() && s.example().rule().equals(rule))
                    .findFirst()
                    .orElseThrow())
        .toList();
  }

  /** Binds a rule to its own examples alone: once to deny, once to warn. */
  private static List<String> bindings(String rule) {
    return List.of(binding(rule, "deny", "\"Deny\""), binding(rule, "warn", "\"Warn\", \"Audit\""));
  }

  private static String binding(String rule, String name, String actions) {
    return """
    {"apiVersion": "admissionregistration.k8s.io/v1", "kind": "ValidatingAdmissionPolicyBinding",
     "metadata": {"name": "%1$s-%2$s"},
     "spec": {"policyName": "%1$s", "validationActions": [%3$s],
       "matchResources": {"objectSelector": {"matchLabels": {"%4$s": "%1$s"}}}}}
    """
        .formatted(rule, name, actions, LABEL);
  }

  private static ObjectNode labelled(MapNode object, String rule) {
    ObjectNode json = JSON.valueToTree(object);
    json.withObject("/metadata").withObject("/labels").put(LABEL, rule);
    return json;
  }

  private static String path(JsonNode object) {
    var apiVersion = object.path("apiVersion").asText();
    var kind = GroupVersionKind.of(apiVersion, object.path("kind").asText());
    var resource = RestMapping.builtIn().resource(kind).orElseThrow();
    var namespace = object.path("metadata").path("namespace").asText("default");
    return (apiVersion.contains("/") ? "/apis/" : "/api/")
        + apiVersion
        + (resource.namespaced() ? "/namespaces/" + namespace : "")
        + "/"
        + resource.name().resource()
        + "?dryRun=All";
  }

  private static void created(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
  }

  private static List<String> warnings(HttpResponse<String> response) {
    return response.headers().allValues("warning").stream()
        .map(header -> header.substring(header.indexOf('"') + 1, header.length() - 1))
        .map(text -> text.replace("\\\"", "\"").replace("\\\\", "\\"))
        .toList();
  }

  private static Answer answer(HttpResponse<String> response, List<String> itsOwn)
      throws IOException {
    var warnings = new ArrayList<>(warnings(response));
    warnings.removeAll(itsOwn);
    if (response.statusCode() == 201) {
      return new Answer(true, 200, "", "", warnings);
    }
    var status = JSON.readTree(response.body());
    return new Answer(
        false,
        status.path("code").asInt(),
        status.path("reason").asText(),
        status.path("message").asText(),
        warnings);
  }

  private static Answer answer(Sent object) throws Exception {
    var rule = object.example().rule();
    var shipped = ShippedPolicies.load();
    var policies = shipped.policies().stream().filter(p -> p.name().equals(rule)).toList();
    var bindings =
        bindings(rule).stream()
            .map(NativePoliciesTest::read)
            .map(BindingReader::read)
            .map(BindingReader.Result::binding)
            .toList();
    var set =
        PolicySet.of(
            policies, bindings, (Policy p) -> shipped.compiler(p, KubernetesVersion.LATEST));
    var review = ReviewReader.read(read(object.review()));
    var cluster = FileCluster.whole(List.of(namespace(review.namespace())));
    var verdict = Verdict.of(review, new Reviewer(set).review(review, cluster));
    return new Answer(
        verdict.allowed(), verdict.code(), verdict.reason(), verdict.message(), verdict.warnings());
  }

  private static MapNode namespace(String name) {
    return read(
        """
        {"apiVersion": "v1", "kind": "Namespace",
         "metadata": {"name": "%1$s", "labels": {"kubernetes.io/metadata.name": "%1$s"}}}
        """
            .formatted(name));
  }

  private static MapNode read(String json) {
    if (DocumentReader.read(new Source("json", json)).getFirst().root() instanceof MapNode map) {
      return map;
    }
    throw new IllegalArgumentException(json);
  }
}
