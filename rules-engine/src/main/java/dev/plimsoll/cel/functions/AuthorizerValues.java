package dev.plimsoll.cel.functions;

import dev.plimsoll.cel.EvaluationException;
import dev.plimsoll.cel.OpaqueValue;
import dev.plimsoll.cel.Type;
import org.jspecify.annotations.Nullable;

/** The values on the way from {@code authorizer} to a decision. None of them equals anything. */
public final class AuthorizerValues {
  private AuthorizerValues() {}

  /** A value that {@code ==} doesn't take. */
  private interface Value extends OpaqueValue {
    @Override
    default boolean equalTo(@Nullable Object other) {
      throw EvaluationException.NO_SUCH_OVERLOAD;
    }
  }

  /** A question to an authorizer. */
  record Question(Authorizer authorizer, Authorizer.Attributes attributes) {}

  /**
   * The value of {@code authorizer}.
   *
   * @param user who asks
   * @param authorizer who decides
   */
  public record AuthorizerValue(Authorizer.User user, Authorizer authorizer) implements Value {
    public static final Type TYPE = Type.opaque("kubernetes.authorization.Authorizer");

    /** Returns the value of {@code authorizer.requestResource}. */
    public ResourceCheck requestResource(
        String group, String resource, String subresource, String namespace, String name) {
      return new ResourceCheck(this, group, resource, subresource, namespace, name, "", "");
    }

    @Override
    public Type type() {
      return TYPE;
    }

    @Override
    public String toString() {
      return TYPE.toString();
    }
  }

  /**
   * A check of a path.
   *
   * @param authorizer who is asked for whom
   * @param path the path
   */
  record PathCheck(AuthorizerValue authorizer, String path) implements Value {
    static final Type TYPE = Type.opaque("kubernetes.authorization.PathCheck");

    Question verb(String verb) {
      return new Question(
          authorizer.authorizer(), new Authorizer.Attributes.Path(authorizer.user(), verb, path));
    }

    @Override
    public Type type() {
      return TYPE;
    }

    @Override
    public String toString() {
      return TYPE.toString();
    }
  }

  /**
   * A check of an API group.
   *
   * @param authorizer who is asked for whom
   * @param group the group
   */
  record GroupCheck(AuthorizerValue authorizer, String group) implements Value {
    static final Type TYPE = Type.opaque("kubernetes.authorization.GroupCheck");

    @Override
    public Type type() {
      return TYPE;
    }

    @Override
    public String toString() {
      return TYPE.toString();
    }
  }

  /**
   * A check of a resource; what is not named is "".
   *
   * @param authorizer who is asked for whom
   * @param group the API group
   * @param resource the resource, plural
   * @param subresource the subresource
   * @param namespace the namespace
   * @param name the object's name
   * @param fieldSelector the fields' selector
   * @param labelSelector the labels' selector
   */
  public record ResourceCheck(
      AuthorizerValue authorizer,
      String group,
      String resource,
      String subresource,
      String namespace,
      String name,
      String fieldSelector,
      String labelSelector)
      implements Value {
    public static final Type TYPE = Type.opaque("kubernetes.authorization.ResourceCheck");

    static ResourceCheck of(AuthorizerValue authorizer, String group, String resource) {
      return new ResourceCheck(authorizer, group, resource, "", "", "", "", "");
    }

    ResourceCheck withSubresource(String value) {
      return new ResourceCheck(
          authorizer, group, resource, value, namespace, name, fieldSelector, labelSelector);
    }

    ResourceCheck withNamespace(String value) {
      return new ResourceCheck(
          authorizer, group, resource, subresource, value, name, fieldSelector, labelSelector);
    }

    ResourceCheck withName(String value) {
      return new ResourceCheck(
          authorizer, group, resource, subresource, namespace, value, fieldSelector, labelSelector);
    }

    ResourceCheck withFieldSelector(String value) {
      return new ResourceCheck(
          authorizer, group, resource, subresource, namespace, name, value, labelSelector);
    }

    ResourceCheck withLabelSelector(String value) {
      return new ResourceCheck(
          authorizer, group, resource, subresource, namespace, name, fieldSelector, value);
    }

    Question verb(String verb) {
      return new Question(
          authorizer.authorizer(),
          new Authorizer.Attributes.Resource(
              authorizer.user(),
              verb,
              group,
              resource,
              subresource,
              namespace,
              name,
              fieldSelector,
              labelSelector));
    }

    @Override
    public Type type() {
      return TYPE;
    }

    @Override
    public String toString() {
      return TYPE.toString();
    }
  }

  /**
   * A decision.
   *
   * @param allowed whether it allows what was asked
   * @param reason why, or ""
   * @param error what went wrong, or ""
   */
  record Asked(boolean allowed, String reason, String error) implements Value {
    static final Type TYPE = Type.opaque("kubernetes.authorization.Decision");

    @Override
    public Type type() {
      return TYPE;
    }

    @Override
    public String toString() {
      return TYPE.toString();
    }
  }
}
