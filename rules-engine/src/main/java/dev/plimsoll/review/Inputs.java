package dev.plimsoll.review;

import dev.plimsoll.cel.Activation;
import dev.plimsoll.cel.functions.Authorizer;
import dev.plimsoll.cel.functions.AuthorizerValues.AuthorizerValue;
import dev.plimsoll.resources.GroupVersionResource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the expressions of policies see of a request that they match in the same way: made once,
 * whatever number of policies there is.
 */
final class Inputs {
  private final Review review;
  private final Cluster cluster;
  private final Match.Yes match;
  private final @Nullable Answer<Map<String, @Nullable Object>> namespace;
  private final Map<String, @Nullable Object> values = new HashMap<>();
  private final Activation messages;
  private final Activation validations;
  private @Nullable Activation matchConditions;
  private @Nullable Activation auditAnnotations;

  /**
   * @param match which resource was matched, and the kind to be seen
   * @param namespace the request's Namespace; null outside of namespaces and for Namespaces
   */
  Inputs(
      Review review,
      Cluster cluster,
      Match.Yes match,
      @Nullable Answer<Map<String, @Nullable Object>> namespace) {
    this.review = review;
    this.cluster = cluster;
    this.match = match;
    this.namespace = namespace;
    values.put("object", Conversion.convert(review.object(), match.kind()));
    values.put("oldObject", Conversion.convert(review.oldObject(), match.kind()));
    values.put("request", RequestVariable.of(review, match.resource(), match.kind()));
    values.put("namespaceObject", namespaceObject());
    values.put("params", null);
    values.put("resource", new ClusterResources(cluster));
    messages = Activation.of(values);
    validations = Activation.of(withAuthorizer());
  }

  /** Returns what match conditions see: no Namespace, and the resource as it was requested. */
  Activation forMatchConditions() {
    var known = matchConditions;
    if (known == null) {
      var request = RequestVariable.of(review, review.requestResource(), match.kind());
      known = validations.with("namespaceObject", null).with("request", request);
      matchConditions = known;
    }
    return known;
  }

  Activation forValidations() {
    return validations;
  }

  /** Returns what messages see: no authorizer. */
  Activation forMessages() {
    return messages;
  }

  /** Returns what audit annotations see: the whole Namespace, and no authorizer. */
  Activation forAuditAnnotations() {
    var known = auditAnnotations;
    if (known == null) {
      known =
          namespace instanceof Answer.Known(var whole)
              ? messages.with("namespaceObject", NamespaceVariable.whole(whole))
              : messages;
      auditAnnotations = known;
    }
    return known;
  }

  private @Nullable Object namespaceObject() {
    return switch (namespace) {
      case null -> null;
      case Answer.Known(var known) -> NamespaceVariable.of(known);
      case Answer.Absent<?> _ -> null;
      case Answer.Unknown(var reason) -> NamespaceVariable.unknown(review.namespace(), reason);
    };
  }

  private Map<String, @Nullable Object> withAuthorizer() {
    var user = new Authorizer.User(review.user().username(), review.user().groups());
    var authorizer = new AuthorizerValue(user, cluster.authorizer());
    var more = new HashMap<String, @Nullable Object>(values);
    more.put("authorizer", authorizer);
    more.put("authorizer.requestResource", requestResource(authorizer, review.requestResource()));
    return more;
  }

  private Object requestResource(AuthorizerValue authorizer, GroupVersionResource resource) {
    return authorizer.requestResource(
        resource.group(),
        resource.resource(),
        review.subResource(),
        review.namespace(),
        review.name());
  }
}
