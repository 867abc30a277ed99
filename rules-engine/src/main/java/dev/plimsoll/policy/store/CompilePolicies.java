package dev.plimsoll.policy.store;

import dev.plimsoll.cel.CelEnvironment;
import dev.plimsoll.cel.KubernetesVersion;
import dev.plimsoll.document.Document;
import dev.plimsoll.document.DocumentReader;
import dev.plimsoll.document.MapNode;
import dev.plimsoll.document.Source;
import dev.plimsoll.document.StoredTree;
import dev.plimsoll.policy.PolicyReader;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The build step that stores the policies of a folder: {@code FOLDER/AREA/RULE/policy.yaml} and
 * {@code FOLDER/profiles/PROFILE.yaml}, into one file of the form that {@link ShippedPolicies}
 * reads. A policy that can't be read or compiled fails the build, at its place.
 */
final class CompilePolicies {
  private CompilePolicies() {}

  /**
   * @param arguments the folder of the policies, and the file to write
   */
  public static void main(String[] arguments) throws IOException {
    var folder = Path.of(arguments[0]);
    var file = Path.of(arguments[1]);
    Files.createDirectories(file.getParent());
    try (var out = new DataOutputStream(Files.newOutputStream(file))) {
      var policies = find(folder, 3, "policy.yaml");
      out.writeInt(policies.size());
      for (var policy : policies) {
        out.writeUTF(folder.relativize(policy.getParent()).toString().replace('\\', '/'));
        writePolicy(out, read(policy).getFirst());
      }
      var profiles = find(folder.resolve("profiles"), 1, ".yaml");
      out.writeInt(profiles.size());
      for (var profile : profiles) {
        out.writeUTF(profile.getFileName().toString().replace(".yaml", ""));
        var objects = read(profile);
        out.writeInt(objects.size());
        for (var object : objects) {
          StoredTree.write(out, object);
        }
      }
    }
  }

  /** Writes the policy as it stands in its file, and its compiled expressions behind a length. */
  private static void writePolicy(DataOutputStream out, MapNode object) throws IOException {
    StoredTree.write(out, object);
    var compiled = new ByteArrayOutputStream();
    var environment = CelEnvironment.stored(KubernetesVersion.LATEST);
    var recording = new RecordingCompiler(environment::compile, new DataOutputStream(compiled));
    recording.record(PolicyReader.read(object).policy());
    out.writeInt(compiled.size());
    compiled.writeTo(out);
  }

  private static List<Path> find(Path folder, int depth, String ending) throws IOException {
    try (var files = Files.walk(folder, depth)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(ending))
          .filter(file -> !folder.relativize(file).startsWith("target"))
          .sorted()
          .toList();
    }
  }

  private static List<MapNode> read(Path file) throws IOException {
    var objects = new ArrayList<MapNode>();
    for (var document : DocumentReader.read(new Source(file.toString(), Files.readString(file)))) {
      refuseProblems(document);
      if (document.root() instanceof MapNode object) {
        refuseErrors(document, object);
        objects.add(object);
      }
    }
    return objects;
  }

  private static void refuseProblems(Document document) {
    for (var problem : document.problems()) {
      throw refusal(document, problem.span().line(), problem.message());
    }
  }

  private static void refuseErrors(Document document, MapNode object) {
    if (PolicyReader.reads(object)) {
      for (var error : PolicyReader.read(object).errors()) {
        throw refusal(document, document.place(error.path()).line(), error.toString());
      }
    }
  }

  private static IllegalStateException refusal(Document document, int line, String why) {
    return new IllegalStateException(document.source().name() + ":" + line + ": " + why);
  }
}
