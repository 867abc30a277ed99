package dev.plimsoll.admission;

import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** The defaults of what extends an API server: policies, webhooks, custom resources. */
final class RegistrationDefaults {
  static final Map<String, Consumer<Struct>> ALL =
      Map.ofEntries(
          Map.entry("admissionregistration/v1.ValidatingWebhook", RegistrationDefaults::webhook),
          Map.entry(
              "admissionregistration/v1.MutatingWebhook",
              webhook -> {
                webhook(webhook);
                webhook.setDefault("reinvocationPolicy", "Never");
              }),
          Map.entry(
              "admissionregistration/v1.RuleWithOperations", rule -> rule.setDefault("scope", "*")),
          Map.entry(
              "admissionregistration/v1.NamedRuleWithOperations",
              rule -> rule.setDefault("scope", "*")),
          Map.entry("admissionregistration/v1.ServiceReference", RegistrationDefaults::service),
          Map.entry("apiextensions/v1.ServiceReference", RegistrationDefaults::service),
          Map.entry("apiregistration/v1.ServiceReference", RegistrationDefaults::service),
          Map.entry(
              "admissionregistration/v1.ValidatingAdmissionPolicySpec",
              spec -> spec.setDefault("failurePolicy", "Fail")),
          Map.entry(
              "admissionregistration/v1.MutatingAdmissionPolicySpec",
              spec -> spec.setDefault("failurePolicy", "Fail")),
          Map.entry("admissionregistration/v1.MatchResources", RegistrationDefaults::match),
          Map.entry("apiextensions/v1.CustomResourceDefinition", RegistrationDefaults::definition));

  private RegistrationDefaults() {}

  private static void match(Struct match) {
    match.setDefault("matchPolicy", "Equivalent");
    match.make("namespaceSelector");
    match.make("objectSelector");
  }

  private static void webhook(Struct webhook) {
    webhook.setDefault("failurePolicy", "Fail");
    match(webhook);
    webhook.setDefault("timeoutSeconds", 10L);
  }

  private static void service(Struct service) {
    service.setDefault("port", 443L);
  }

  private static void definition(Struct definition) {
    var spec = definition.make("spec");
    var names = spec.make("names");
    var kind = names.text("kind");
    names.setDefault("singular", kind.toLowerCase(Locale.ROOT));
    if (!kind.isEmpty()) {
      names.setDefault("listKind", kind + "List");
    }
    spec.make("conversion").setDefault("strategy", "None");
    var status = definition.make("status");
    for (var version : spec.structs("versions")) {
      if (version.isTrue("storage") && !status.has("storedVersions")) {
        status.makeItems("storedVersions").add(version.text("name"));
      }
    }
  }
}
