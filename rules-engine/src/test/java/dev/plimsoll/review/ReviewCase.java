package dev.plimsoll.review;

import com.fasterxml.jackson.core.JsonFactory;
import dev.plimsoll.cel.CelEnvironment;
import dev.plimsoll.cel.KubernetesVersion;
import dev.plimsoll.document.Document;
import dev.plimsoll.document.DocumentReader;
import dev.plimsoll.document.MapNode;
import dev.plimsoll.document.Source;
import dev.plimsoll.policy.Binding;
import dev.plimsoll.policy.BindingReader;
import dev.plimsoll.policy.Policy;
import dev.plimsoll.policy.PolicyReader;
import dev.plimsoll.policy.PolicySet;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file of policies, bindings, other objects, and one AdmissionReview, with the verdict that an
 * API server gave.
 *
 * @param expected the document of kind {@code Verdict}: the fields that matter to the case
 */
record ReviewCase(
    PolicySet policies, Cluster cluster, Review review, Map<String, @Nullable Object> expected) {

  static ReviewCase read(String name, String text) {
    var policies = new ArrayList<Policy>();
    var bindings = new ArrayList<Binding>();
    var objects = new ArrayList<Map<String, @Nullable Object>>();
    Map<String, @Nullable Object> request = Map.of();
    Map<String, @Nullable Object> expected = Map.of();
    for (var root : roots(name, text)) {
      if (PolicyReader.reads(root)) {
        policies.add(PolicyReader.read(root).policy());
      } else if (BindingReader.reads(root)) {
        bindings.add(BindingReader.read(root).binding());
      } else if (ReviewReader.reads(root)) {
        request = root;
      } else if ("Verdict".equals(root.get("kind"))) {
        expected = new LinkedHashMap<>(root);
        expected.remove("kind");
      } else {
        objects.add(root);
      }
    }
    var environment = CelEnvironment.stored(KubernetesVersion.LATEST);
    try {
      return new ReviewCase(
          PolicySet.of(policies, bindings, environment::compile),
          FileCluster.whole(objects),
          ReviewReader.read(request),
          expected);
    } catch (UnusableReviewException e) {
      throw new AssertionError(name, e);
    }
  }

  private static List<MapNode> roots(String name, String text) {
    return DocumentReader.read(new Source(name, text)).stream()
        .map(Document::root)
        .filter(MapNode.class::isInstance)
        .map(MapNode.class::cast)
        .toList();
  }

  Verdict verdict() {
    return Verdict.of(review, new Reviewer(policies).review(review, cluster));
  }

  /** Returns those fields of the verdict, as the command line prints it, that are expected. */
  Map<String, @Nullable Object> actual() {
    var text = new StringWriter();
    try (var json = new JsonFactory().createGenerator(text)) {
      VerdictJson.write(json, verdict());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    var whole = roots("verdict", text.toString()).getFirst();
    return only(whole, expected);
  }

  private static Map<String, @Nullable Object> only(
      Map<String, @Nullable Object> whole, Map<String, @Nullable Object> wanted) {
    var found = new LinkedHashMap<String, @Nullable Object>();
    wanted.forEach((key, value) -> found.put(key, only(whole.get(key), value)));
    return found;
  }

  private static @Nullable Object only(@Nullable Object whole, @Nullable Object wanted) {
    if (whole instanceof List<?> items && wanted instanceof List<?> wantedItems) {
      var found = new ArrayList<@Nullable Object>();
      for (int i = 0; i < items.size(); i++) {
        var like = i < wantedItems.size() ? wantedItems.get(i) : null;
        found.add(like == null ? items.get(i) : only(items.get(i), like));
      }
      return found;
    }
    if (whole instanceof Map<?, ?>
        && wanted instanceof Map<?, ?>
        && !((Map<?, ?>) wanted).isEmpty()) {
      return only(Metadata.map(whole), Metadata.map(wanted));
    }
    return whole;
  }
}
