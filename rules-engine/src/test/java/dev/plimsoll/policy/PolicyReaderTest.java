package dev.plimsoll.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.cel.CelEnvironment;
import dev.plimsoll.cel.KubernetesVersion;
import dev.plimsoll.document.Document;
import dev.plimsoll.document.DocumentReader;
import dev.plimsoll.document.MapNode;
import dev.plimsoll.document.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is wrong with a policy file, at its place, in the words of the API server. */
class PolicyReaderTest {

  @Test
  void aGoodPolicyHasNoProblems() {
    assertThat(
            problems(
                """
                apiVersion: admissionregistration.k8s.io/v1
                kind: ValidatingAdmissionPolicy
                metadata: {name: good}
                spec:
                  matchConstraints:
                    resourceRules:
                      - {operations: ["*"], apiGroups: [""], apiVersions: [v1], resources: [pods]}
                  validations:
                    - expression: "true"
                """))
        .isEmpty();
  }

  @Test
  void fieldsThatTheApiServerRefuses() {
    assertThat(
            problems(
                """
                apiVersion: admissionregistration.k8s.io/v1
                kind: ValidatingAdmissionPolicy
                metadata: {name: Bad_Name}
                spec:
                  failurePolicy: Sometimes
                  matchConstraints:
                    resourceRules:
                      - {operations: [CREATE, PATCH], apiGroups: [], apiVersions: [v1], resources: ["*", pods]}
                  variables:
                    - {name: in, expression: "1"}
                  validations:
                    - {expression: "1 + 1", reason: Because, mesage: oops}
                    - {expression: " ", message: "two\\nlines"}
                """))
        .containsExactly(
            "3 metadata.name: Invalid value: \"Bad_Name\": a lowercase RFC 1123 subdomain must"
                + " consist of lower case alphanumeric characters, '-' or '.', and must start and"
                + " end with an alphanumeric character (e.g. 'example.com', regex used for"
                + " validation is"
                + " '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
            "5 spec.failurePolicy: Unsupported value: \"Sometimes\": supported values: \"Fail\","
                + " \"Ignore\"",
            "8 spec.matchConstraints.resourceRules[0].operations[1]: Unsupported value: \"PATCH\":"
                + " supported values: \"*\", \"CONNECT\", \"CREATE\", \"DELETE\", \"UPDATE\"",
            "8 spec.matchConstraints.resourceRules[0].apiGroups: Required value",
            "8 spec.matchConstraints.resourceRules[0].resources: Invalid value: [\"*\",\"pods\"]:"
                + " if '*' is present, must not specify other resources without subresources",
            "10 spec.variables[0].name: Invalid value: \"in\": must be a valid CEL identifier",
            "12 unknown field \"spec.validations[0].mesage\"",
            "12 spec.validations[0].reason: Unsupported value: \"Because\": supported values:"
                + " \"Forbidden\", \"Invalid\", \"RequestEntityTooLarge\"",
            "13 spec.validations[1].expression: Required value: expression is not specified",
            "13 spec.validations[1].message: Invalid value: \"two\\nlines\": must not contain line"
                + " breaks",
            "12 spec.validations[0].expression: Invalid value: \"1 + 1\": must evaluate to bool but"
                + " got int");
  }

  @Test
  void matchConditionsKnowNoVariables() {
    assertThat(
            problems(
                """
                apiVersion: admissionregistration.k8s.io/v1
                kind: ValidatingAdmissionPolicy
                metadata: {name: p}
                spec:
                  matchConstraints:
                    resourceRules:
                      - {operations: ["*"], apiGroups: [""], apiVersions: [v1], resources: [pods]}
                  matchConditions:
                    - {name: c, expression: variables.x == 1}
                  variables:
                    - {name: x, expression: "1"}
                  validations:
                    - expression: variables.x == 1
                """))
        .singleElement()
        .asString()
        .contains("spec.matchConditions[0].expression", "undeclared reference to 'variables'");
  }

  @Test
  void valuesOfAWrongType() {
    assertThat(
            problems(
                """
                apiVersion: admissionregistration.k8s.io/v1
                kind: ValidatingAdmissionPolicy
                metadata: {name: p}
                spec:
                  matchConstraints:
                    resourceRules:
                      - {operations: CREATE, apiGroups: [""], apiVersions: [1], resources: [pods]}
                  validations:
                    - expression: true
                """))
        .contains(
            "7 spec.matchConstraints.resourceRules[0].operations: cannot unmarshal string into a"
                + " field of type array",
            "7 spec.matchConstraints.resourceRules[0].apiVersions[0]: cannot unmarshal number into"
                + " a field of type string",
            "9 spec.validations[0].expression: cannot unmarshal bool into a field of type string");
  }

  @Test
  void bindings() {
    var document =
        document(
            """
            apiVersion: admissionregistration.k8s.io/v1
            kind: ValidatingAdmissionPolicyBinding
            metadata: {name: b}
            spec:
              policyName: ""
              paramRef: {name: a, selector: {}}
              validationActions: [Deny, Warn, Deny, Nag]
            """);
    assertThat(located(document, BindingReader.read(root(document)).errors()))
        .containsExactly(
            "5 spec.policyName: Required value",
            "6 spec.paramRef.name: Forbidden: name and selector are mutually exclusive",
            "6 spec.paramRef.selector: Forbidden: name and selector are mutually exclusive",
            "6 spec.paramRef.parameterNotFoundAction: Required value",
            "7 spec.validationActions[2]: Duplicate value: \"Deny\"",
            "7 spec.validationActions[3]: Unsupported value: \"Nag\": supported values: \"Audit\","
                + " \"Deny\", \"Warn\"",
            "7 spec.validationActions: Invalid value: [\"Deny\",\"Warn\",\"Deny\",\"Nag\"]: must"
                + " not contain both Deny and Warn (repeating the same validation failure"
                + " information in the API response and headers serves no purpose)");
  }

  private static List<String> problems(String text) {
    var document = document(text);
    var result = PolicyReader.read(root(document));
    var errors = new ArrayList<>(result.errors());
    var environment = CelEnvironment.forNew(KubernetesVersion.LATEST);
    errors.addAll(ExpressionCheck.check(result.policy(), environment::compile));
    return located(document, errors);
  }

  private static List<String> located(Document document, List<FieldError> errors) {
    return errors.stream().map(error -> document.place(error.path()).line() + " " + error).toList();
  }

  private static Document document(String text) {
    return DocumentReader.read(new Source("policy.yaml", text)).getFirst();
  }

  private static MapNode root(Document document) {
    return (MapNode) Objects.requireNonNull(document.root());
  }
}
