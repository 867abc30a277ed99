package dev.plimsoll.linter.lint;

import dev.plimsoll.resources.GroupVersionKind;
import dev.plimsoll.resources.GroupVersionResource;
import dev.plimsoll.resources.RestMapping;
import dev.plimsoll.review.Answer;
import dev.plimsoll.review.Cluster;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cluster as long as not all files have been read: nobody knows anything yet. */
final class PendingCluster implements Cluster {

  static final PendingCluster INSTANCE = new PendingCluster();

  private static final String PENDING = "the other files have not been read yet";

  private final FilesCluster builtIn = new FilesCluster(false);

  private PendingCluster() {}

  static boolean isPending(String reason) {
    return reason.contains(PENDING);
  }

  @Override
  public Answer<Map<String, @Nullable Object>> namespace(String name) {
    return Answer.unknown(PENDING);
  }

  @Override
  public Answer<RestMapping.Resource> resource(GroupVersionKind kind) {
    var known = builtIn.resource(kind);
    return known instanceof Answer.Known<RestMapping.Resource> ? known : Answer.unknown(PENDING);
  }

  @Override
  public Answer<Map<String, @Nullable Object>> object(
      GroupVersionResource resource, String namespace, String name) {
    return Answer.unknown(PENDING);
  }

  @Override
  public Answer<List<Map<String, @Nullable Object>>> objects(
      GroupVersionResource resource, String namespace) {
    return Answer.unknown(PENDING);
  }
}
