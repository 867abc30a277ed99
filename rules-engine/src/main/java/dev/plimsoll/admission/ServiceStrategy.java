package dev.plimsoll.admission;

/** What the API server allocates for a Service, as far as its presence can be known. */
final class ServiceStrategy {
  private ServiceStrategy() {}

  static void prepare(Struct spec) {
    var type = spec.text("type");
    if (type.equals("ExternalName")) {
      return;
    }
    addresses(spec);
    boolean nodePorts =
        type.equals("NodePort")
            || type.equals("LoadBalancer")
                && !Boolean.FALSE.equals(spec.get("allocateLoadBalancerNodePorts"));
    long next = StandIns.NODE_PORT;
    for (var port : spec.structs("ports")) {
      if (nodePorts && port.number("nodePort") == 0) {
        port.set("nodePort", next++);
      }
    }
    if (type.equals("LoadBalancer")
        && spec.text("externalTrafficPolicy").equals("Local")
        && spec.number("healthCheckNodePort") == 0) {
      spec.set("healthCheckNodePort", next);
    }
  }

  private static void addresses(Struct spec) {
    var all = spec.items("clusterIPs");
    if (all != null
        && all.size() > 0
        && spec.text("clusterIP").isEmpty()
        && all.get(0) instanceof String first) {
      spec.set("clusterIP", first);
    }
    spec.setDefault("clusterIP", StandIns.CLUSTER_IP);
    if (all == null || all.size() == 0) {
      spec.set("clusterIPs", Items.of(spec.text("clusterIP")));
    }
    boolean headless = spec.text("clusterIP").equals("None");
    var selector = spec.entries("selector");
    boolean selects = selector != null && selector.size() > 0;
    var families = spec.items("ipFamilies");
    boolean hasFamilies = families != null && families.size() > 0;
    if (headless && !selects) {
      spec.setDefault("ipFamilyPolicy", "RequireDualStack");
      if (!hasFamilies) {
        spec.set("ipFamilies", Items.of("IPv4", "IPv6"));
      }
    }
    spec.setDefault("ipFamilyPolicy", "SingleStack");
    if (!hasFamilies && !(headless && !selects)) {
      boolean six = spec.text("clusterIP").indexOf(':') >= 0;
      spec.set("ipFamilies", Items.of(six ? "IPv6" : "IPv4"));
    }
  }
}
