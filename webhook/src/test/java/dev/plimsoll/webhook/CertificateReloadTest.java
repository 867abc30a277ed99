package dev.plimsoll.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.certs.CertificateDirectory;
import dev.plimsoll.certs.Credential;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateReloadTest {

  @TempDir private Path folder;
  private final List<Credential> taken = new ArrayList<>();

  @Test
  void onlyFilesThatChangedAndMatchAreTakenUp() throws Exception {
    var directory = new CertificateDirectory(folder);
    directory.write(TestServer.credential());
    try (var reload =
        new CertificateReload(
            directory.servingCertificateFile(), directory.servingKeyFile(), taken::add)) {
      reload.look();
      assertThat(taken).as("nothing is new").isEmpty();

      var renewed = TestServer.credential();
      directory.write(renewed);
      reload.look();
      reload.look();
      assertThat(taken).containsExactly(renewed);

      Files.writeString(directory.servingCertificateFile(), "half a certif");
      reload.look();
      Files.delete(directory.servingKeyFile());
      reload.look();
      assertThat(taken).as("bad files").containsExactly(renewed);

      var mended = TestServer.credential();
      directory.write(mended);
      reload.look();
      assertThat(taken).containsExactly(renewed, mended);
    }
  }
}
