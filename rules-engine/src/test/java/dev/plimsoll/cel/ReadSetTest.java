package dev.plimsoll.cel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadSetTest {
  @Test
  void namesWhatARuleReads() throws Exception {
    var reads =
        readSet(
            "resource.List('networking.k8s.io/v1', 'networkpolicies', object.metadata.namespace)"
                + ".exists(p, resource.Get('v1', 'namespaces', '', p.metadata.namespace) != null)");
    assertThat(reads.reads())
        .containsExactlyInAnyOrder(
            new ReadSet.Read("networking.k8s.io/v1", "networkpolicies"),
            new ReadSet.Read("v1", "namespaces"));
    assertThat(reads.complete()).isTrue();
  }

  @Test
  void saysWhenWhatIsReadIsComputed() throws Exception {
    var reads = readSet("size(resource.List(object.apiVersion, 'pods', '')) == 0");
    assertThat(reads.reads()).isEmpty();
    assertThat(reads.complete()).isFalse();
  }

  @Test
  void isEmptyForARuleAboutOneObject() throws Exception {
    assertThat(readSet("object.spec.replicas > 1")).isEqualTo(ReadSet.NOTHING);
  }

  private static ReadSet readSet(String source) throws CompileException {
    var declarations = Declarations.admission().withResources();
    return ReadSet.of(
        CelEnvironment.stored(KubernetesVersion.LATEST).compile(source, declarations));
  }
}
