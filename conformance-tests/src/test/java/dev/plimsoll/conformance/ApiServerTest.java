package dev.plimsoll.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

class ApiServerTest {
  @Test
  void admitsAPodByDryRun() {
    assumeTrue(ApiServer.binaries().isPresent(), ApiServer.HOW_TO_GET_ONE);
    try (var server = ApiServer.start()) {
      var answer =
          server.create(
              "/api/v1/namespaces/default/pods?dryRun=All",
              """
              {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "web"},
               "spec": {"containers": [{"name": "web", "image": "nginx"}]}}
              """);
      assertThat(answer.body()).contains("\"imagePullPolicy\":\"Always\"");
    }
  }
}
