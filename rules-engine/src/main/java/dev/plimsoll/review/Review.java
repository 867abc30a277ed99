package dev.plimsoll.review;

import dev.plimsoll.resources.GroupVersionKind;
import dev.plimsoll.resources.GroupVersionResource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing to judge: what somebody wants to do to an object.
 *
 * @param kind the kind of {@code object} and {@code oldObject}
 * @param resource the resource of {@code kind}
 * @param subResource such as {@code exec}; empty for the object itself
 * @param requestKind the kind that the user sent; another than {@code kind} if that was converted
 * @param requestResource the resource that the user named
 * @param name the object's name; empty if the API server is yet to make one
 * @param namespace empty for what lives outside of namespaces; of a Namespace, its own name
 * @param dryRun whether nothing is stored
 * @param object what it shall be; null for DELETE
 * @param oldObject what it is; null for CREATE and CONNECT
 * @param options the options of the operation, such as {@code CreateOptions}
 */
public record Review(
    Operation operation,
    GroupVersionKind kind,
    GroupVersionResource resource,
    String subResource,
    GroupVersionKind requestKind,
    GroupVersionResource requestResource,
    String name,
    String namespace,
    UserInfo user,
    boolean dryRun,
    @Nullable Map<String, @Nullable Object> object,
    @Nullable Map<String, @Nullable Object> oldObject,
    @Nullable Map<String, @Nullable Object> options) {

  /** Returns a review of an object as it stands, by the administrator, with nothing converted. */
  public static Review create(
      GroupVersionKind kind,
      GroupVersionResource resource,
      String name,
      String namespace,
      Map<String, @Nullable Object> object) {
    return new Review(
        Operation.CREATE,
        kind,
        resource,
        "",
        kind,
        resource,
        name,
        namespace,
        UserInfo.ADMINISTRATOR,
        false,
        object,
        null,
        CREATE_OPTIONS);
  }

  public Review by(UserInfo user) {
    return new Review(
        operation,
        kind,
        resource,
        subResource,
        requestKind,
        requestResource,
        name,
        namespace,
        user,
        dryRun,
        object,
        oldObject,
        options);
  }

  private static final Map<String, @Nullable Object> CREATE_OPTIONS =
      Map.of("kind", "CreateOptions", "apiVersion", "meta.k8s.io/v1");
}
