package dev.plimsoll.review;

import dev.plimsoll.cel.Activation;
import dev.plimsoll.cel.NamedExpression;
import dev.plimsoll.cel.functions.Authorizer;
import dev.plimsoll.cel.functions.AuthorizerValues.AuthorizerValue;
import dev.plimsoll.resources.GroupVersionKind;
import dev.plimsoll.resources.GroupVersionResource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the expressions of a policy see of a request, when run with one param.
 *
 * @param resource the one that the policy matched
 * @param kind the one that the policy sees
 * @param object converted to that kind
 * @param namespace the request's Namespace; null outside of namespaces and for Namespaces
 * @param param null if there is none
 */
record Inputs(
    Review review,
    Cluster cluster,
    GroupVersionResource resource,
    GroupVersionKind kind,
    @Nullable Map<String, @Nullable Object> object,
    @Nullable Map<String, @Nullable Object> oldObject,
    @Nullable Answer<Map<String, @Nullable Object>> namespace,
    @Nullable Map<String, @Nullable Object> param) {

  /** Returns what match conditions see: no Namespace, and the resource as it was requested. */
  Activation forMatchConditions(List<NamedExpression> variables) {
    var values = values(RequestVariable.of(review, review.requestResource(), kind));
    values.put("namespaceObject", null);
    return Activation.of(withAuthorizer(values)).withVariables(variables);
  }

  Activation forValidations(List<NamedExpression> variables) {
    return Activation.of(withAuthorizer(general())).withVariables(variables);
  }

  Activation forMessages(List<NamedExpression> variables) {
    return Activation.of(general()).withVariables(variables);
  }

  /** Returns what audit annotations see: the whole Namespace, and no authorizer. */
  Activation forAuditAnnotations(List<NamedExpression> variables) {
    var values = general();
    if (namespace instanceof Answer.Known(var known)) {
      values.put("namespaceObject", NamespaceVariable.whole(known));
    }
    return Activation.of(values).withVariables(variables);
  }

  private Map<String, @Nullable Object> general() {
    var values = values(RequestVariable.of(review, resource, kind));
    values.put("namespaceObject", namespaceObject());
    return values;
  }

  private Map<String, @Nullable Object> values(Map<String, @Nullable Object> request) {
    var values = new HashMap<String, @Nullable Object>();
    values.put("object", object);
    values.put("oldObject", oldObject);
    values.put("request", request);
    values.put("params", param);
    values.put("resource", new ClusterResources(cluster));
    return values;
  }

  private @Nullable Object namespaceObject() {
    return switch (namespace) {
      case null -> null;
      case Answer.Known(var known) -> NamespaceVariable.of(known);
      case Answer.Absent<?> _ -> null;
      case Answer.Unknown(var reason) -> NamespaceVariable.unknown(review.namespace(), reason);
    };
  }

  private Map<String, @Nullable Object> withAuthorizer(Map<String, @Nullable Object> values) {
    var user = new Authorizer.User(review.user().username(), review.user().groups());
    var authorizer = new AuthorizerValue(user, cluster.authorizer());
    var requested = review.requestResource();
    values.put("authorizer", authorizer);
    values.put(
        "authorizer.requestResource",
        authorizer.requestResource(
            requested.group(),
            requested.resource(),
            review.subResource(),
            review.namespace(),
            review.name()));
    return values;
  }
}
