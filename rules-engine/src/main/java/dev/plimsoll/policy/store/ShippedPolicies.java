package dev.plimsoll.policy.store;

import dev.plimsoll.cel.CelEnvironment;
import dev.plimsoll.cel.KubernetesVersion;
import dev.plimsoll.document.MapNode;
import dev.plimsoll.document.StoredTree;
import dev.plimsoll.policy.ExpressionCompiler;
import dev.plimsoll.policy.Policy;
import dev.plimsoll.policy.PolicyReader;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The policies and profiles that come with Plimsoll, from the store that the build of the module
 * {@code policies} put on the class path. Expressions are read when a policy is first used.
 */
public final class ShippedPolicies {
  private static final String STORE = "/dev/plimsoll/policies.store";

  private final byte[] store;
  private final List<Policy> policies = new ArrayList<>();
  private final Map<String, String> folders = new LinkedHashMap<>();
  private final Map<Policy, int[]> expressions = new IdentityHashMap<>();
  private final Map<String, List<MapNode>> profiles = new LinkedHashMap<>();

  private ShippedPolicies(byte[] store) throws IOException {
    this.store = store;
    var bytes = new ByteArrayInputStream(store);
    var in = new DataInputStream(bytes);
    for (int left = in.readInt(); left > 0; left--) {
      readPolicy(in, bytes);
    }
    for (int left = in.readInt(); left > 0; left--) {
      readProfile(in);
    }
  }

  /** Loads the store of the class path. */
  public static ShippedPolicies load() {
    try (var in = ShippedPolicies.class.getResourceAsStream(STORE)) {
      if (in == null) {
        throw new IllegalStateException("the class path has no " + STORE);
      }
      return new ShippedPolicies(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns all policies, those that no profile binds too. */
  public List<Policy> policies() {
    return List.copyOf(policies);
  }

  /** Returns the folder of a policy below {@code policies/}: {@code kubernetes/root-user}. */
  public String folder(Policy policy) {
    return folders.getOrDefault(policy.name(), "");
  }

  public Set<String> profiles() {
    return profiles.keySet();
  }

  /** Returns the objects of a profile: its bindings, and their parameters. */
  public Optional<List<MapNode>> profile(String name) {
    return Optional.ofNullable(profiles.get(name));
  }

  /** Returns what compiles a policy: the store for a shipped one, else the API server's way. */
  public ExpressionCompiler compiler(Policy policy, KubernetesVersion version) {
    var place = expressions.get(policy);
    return place == null || !version.equals(KubernetesVersion.LATEST)
        ? CelEnvironment.stored(version)::compile
        : new StoredCompiler(store, place[0], place[1]);
  }

  private void readPolicy(DataInputStream in, ByteArrayInputStream bytes) throws IOException {
    var folder = in.readUTF();
    var policy = PolicyReader.read(tree(in)).policy();
    int length = in.readInt();
    policies.add(policy);
    folders.put(policy.name(), folder);
    expressions.put(policy, new int[] {store.length - bytes.available(), length});
    in.skipNBytes(length);
  }

  private void readProfile(DataInputStream in) throws IOException {
    var name = in.readUTF();
    var objects = new ArrayList<MapNode>();
    for (int left = in.readInt(); left > 0; left--) {
      objects.add(tree(in));
    }
    profiles.put(name, List.copyOf(objects));
  }

  private static MapNode tree(DataInputStream in) throws IOException {
    if (StoredTree.read(in) instanceof MapNode object) {
      return object;
    }
    throw new IOException("no store of policies: an entry is no object");
  }
}
