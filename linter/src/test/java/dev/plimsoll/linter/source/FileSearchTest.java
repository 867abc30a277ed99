package dev.plimsoll.linter.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileSearchTest {

  @TempDir Path root;

  @Test
  void foldersGiveTheirManifestsSortedByName() throws IOException {
    write("b.yaml", "a/z.yml", "a/y.JSON", "a/readme.md", ".hidden/c.yaml", ".git/d.yaml");
    assertThat(find(".")).containsExactly(".hidden/c.yaml", "a/y.JSON", "a/z.yml", "b.yaml");
  }

  @Test
  void filesAreTakenWhateverTheyAreCalled() throws IOException {
    write("manifest.txt", ".gitignore");
    Files.writeString(root.resolve(".gitignore"), "*.txt\n");
    assertThat(find("manifest.txt", "./manifest.txt")).containsExactly("manifest.txt");
  }

  @Test
  void theDeepestGitignoreDecides() throws IOException {
    write("out/a.yaml", "keep/out.yaml", "keep/in.yaml", "deep/x/gen.yaml", "deep/gen.yaml");
    Files.writeString(root.resolve(".gitignore"), "/out\ngen.yaml\nkeep/out.yaml\n");
    Files.writeString(root.resolve("keep/.gitignore"), "!out.yaml\nin.yaml\n");
    assertThat(find(".")).containsExactly("keep/out.yaml");
  }

  @Test
  void gitignoresAboveCountUpToTheRepository() throws IOException {
    write("repo/.git/HEAD", "repo/deploy/a.yaml", "repo/deploy/b.yaml", "repo/deploy/c.yaml");
    Files.writeString(root.resolve(".gitignore"), "c.yaml\n");
    Files.writeString(root.resolve("repo/.gitignore"), "b.yaml\n");
    assertThat(find("repo/deploy")).containsExactly("repo/deploy/a.yaml", "repo/deploy/c.yaml");
  }

  @ParameterizedTest
  @CsvSource({
    "deploy/*.yaml, 1",
    "deploy/**/*.yaml, 3",
    "**/web.yaml, 2",
    "'deploy/{one,two}/*', 2",
    "deploy/t?o/web.yaml, 1"
  })
  void patterns(String pattern, int matches) throws IOException {
    write("deploy/a.yaml", "deploy/one/web.yaml", "deploy/two/web.yaml", "other/b.yaml");
    assertThat(find(pattern)).hasSize(matches);
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing.yaml", "*.yml", "no/such/**"})
  void pathsThatLeadNowhereAreRefused(String path) throws IOException {
    write("a.yaml");
    assertThatThrownBy(() -> find(path)).isInstanceOf(NoSuchFileException.class).hasMessage(path);
  }

  @Test
  void linksToFoldersAreNotFollowed() throws IOException {
    write("a/x.yaml");
    Files.createSymbolicLink(root.resolve("a/loop"), root.resolve("a"));
    assertThat(find(".")).containsExactly("a/x.yaml");
  }

  private List<String> find(String... paths) throws IOException {
    return FileSearch.find(root, List.of(paths)).stream().map(SourceFile::name).toList();
  }

  private void write(String... names) throws IOException {
    for (var name : names) {
      var file = root.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "");
    }
  }
}
