package dev.plimsoll.admission;

import dev.plimsoll.document.FieldPath;
import java.util.List;

/** What the API server refuses in a Service: ValidateService. */
final class ServiceValidation {
  private static final List<String> TYPES =
      List.of("ClusterIP", "ExternalName", "LoadBalancer", "NodePort");
  private static final List<String> PROTOCOLS = List.of("SCTP", "TCP", "UDP");

  private ServiceValidation() {}

  static void validate(Struct service, Errors errors) {
    var spec = service.make("spec");
    var path = FieldPath.ROOT.field("spec");
    var type = spec.text("type");
    var ports = spec.structs("ports");
    boolean headless = spec.text("clusterIP").equals("None");
    if (ports.isEmpty() && !headless && !type.equals("ExternalName")) {
      errors.required(path.field("ports"), "");
    }
    for (int i = 0; i < ports.size(); i++) {
      port(ports.get(i), ports.size() > 1, path.field("ports").item(i), errors);
    }
    MetadataValidation.labels(spec, "selector", path.field("selector"), errors);
    errors.oneOf(path.field("type"), type, TYPES);
  }

  private static void port(Struct port, boolean named, FieldPath path, Errors errors) {
    if (named && port.text("name").isEmpty()) {
      errors.required(path.field("name"), "");
    }
    errors.port(path.field("port"), port.number("port"));
    errors.oneOf(path.field("protocol"), port.text("protocol"), PROTOCOLS);
    if (port.get("targetPort") instanceof Long number) {
      errors.port(path.field("targetPort"), number);
    }
  }
}
