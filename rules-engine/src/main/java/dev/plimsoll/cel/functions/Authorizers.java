package dev.plimsoll.cel.functions;

import static dev.plimsoll.cel.functions.Arguments.text;

import dev.plimsoll.cel.EvaluationException;
import dev.plimsoll.cel.Overload;
import dev.plimsoll.cel.Overload.Cost;
import dev.plimsoll.cel.Type;
import dev.plimsoll.cel.UnknownException;
import dev.plimsoll.cel.functions.AuthorizerValues.Asked;
import dev.plimsoll.cel.functions.AuthorizerValues.AuthorizerValue;
import dev.plimsoll.cel.functions.AuthorizerValues.GroupCheck;
import dev.plimsoll.cel.functions.AuthorizerValues.PathCheck;
import dev.plimsoll.cel.functions.AuthorizerValues.ResourceCheck;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Kubernetes' library for asking its authorizer. */
public final class Authorizers {
  /** What a check costs: two of them fit into an expression. */
  private static final Cost CHECK = (arguments, result) -> 350_000;

  private static final Type AUTHORIZER = AuthorizerValue.TYPE;
  private static final Type PATH = PathCheck.TYPE;
  private static final Type GROUP = GroupCheck.TYPE;
  private static final Type RESOURCE = ResourceCheck.TYPE;
  private static final Type DECISION = Asked.TYPE;

  private Authorizers() {}

  static List<Overload> overloads() {
    return List.of(
        Overload.member(
            "path",
            "authorizer_path",
            PATH,
            List.of(AUTHORIZER, Type.STRING),
            args -> path(authorizer(args[0]), text(args[1]))),
        Overload.member(
            "group",
            "authorizer_group",
            GROUP,
            List.of(AUTHORIZER, Type.STRING),
            args -> new GroupCheck(authorizer(args[0]), text(args[1]))),
        Overload.member(
            "serviceAccount",
            "authorizer_serviceaccount",
            AUTHORIZER,
            List.of(AUTHORIZER, Type.STRING, Type.STRING),
            args -> serviceAccount(authorizer(args[0]), text(args[1]), text(args[2]))),
        Overload.member(
            "resource",
            "groupcheck_resource",
            RESOURCE,
            List.of(GROUP, Type.STRING),
            args -> resource(Arguments.as(GroupCheck.class, args[0]), text(args[1]))),
        narrowing("subresource", "resourcecheck_subresource", ResourceCheck::withSubresource),
        narrowing("namespace", "resourcecheck_namespace", ResourceCheck::withNamespace),
        narrowing("name", "resourcecheck_name", ResourceCheck::withName),
        Overload.member(
                "check",
                "pathcheck_check",
                DECISION,
                List.of(PATH, Type.STRING),
                args -> ask(Arguments.as(PathCheck.class, args[0]).verb(text(args[1]))))
            .costing(CHECK),
        Overload.member(
                "check",
                "resourcecheck_check",
                DECISION,
                List.of(RESOURCE, Type.STRING),
                args -> ask(Arguments.as(ResourceCheck.class, args[0]).verb(text(args[1]))))
            .costing(CHECK),
        getter("errored", "decision_errored", Type.BOOL, asked -> !asked.error().isEmpty()),
        getter("error", "decision_error", Type.STRING, Asked::error),
        getter("allowed", "decision_allowed", Type.BOOL, Asked::allowed),
        getter("reason", "decision_reason", Type.STRING, Asked::reason));
  }

  /** The functions that Kubernetes has since 1.31. */
  static List<Overload> selectors() {
    return List.of(
        narrowing("fieldSelector", "authorizer_fieldselector", ResourceCheck::withFieldSelector)
            .costing((args, result) -> selector(args[1])),
        narrowing("labelSelector", "authorizer_labelselector", ResourceCheck::withLabelSelector)
            .costing((args, result) -> selector(args[1])));
  }

  private static Overload narrowing(
      String function, String id, BiFunction<ResourceCheck, String, ResourceCheck> narrow) {
    return Overload.member(
        function,
        id,
        RESOURCE,
        List.of(RESOURCE, Type.STRING),
        args -> narrow.apply(Arguments.as(ResourceCheck.class, args[0]), text(args[1])));
  }

  private static Overload getter(
      String function, String id, Type type, Function<Asked, Object> getter) {
    return Overload.member(
        function,
        id,
        type,
        List.of(DECISION),
        args -> getter.apply(Arguments.as(Asked.class, args[0])));
  }

  private static AuthorizerValue authorizer(@Nullable Object argument) {
    return Arguments.as(AuthorizerValue.class, argument);
  }

  /** A selector is parsed into requirements of which each takes at least two characters. */
  private static long selector(@Nullable Object selector) {
    long size = Costs.size(selector);
    return Costs.LIST
        + Costs.ceil(size * Costs.TRAVERSAL)
        + Costs.ceil(Costs.ceil(size * 0.5) * (double) (Costs.LIST + Costs.STRUCT));
  }

  private static PathCheck path(AuthorizerValue authorizer, String path) {
    if (isBlank(path)) {
      throw new EvaluationException("path must not be empty");
    }
    return new PathCheck(authorizer, path);
  }

  private static ResourceCheck resource(GroupCheck group, String resource) {
    if (isBlank(resource)) {
      throw new EvaluationException("resource must not be empty");
    }
    return ResourceCheck.of(group.authorizer(), group.group(), resource);
  }

  private static boolean isBlank(String text) {
    return ExtStrings.trim(text).isEmpty();
  }

  private static AuthorizerValue serviceAccount(
      AuthorizerValue authorizer, String namespace, String name) {
    if (!Names.dns1123Subdomain(name).isEmpty()) {
      throw new EvaluationException("Invalid service account name");
    }
    if (!Names.dns1123Label(namespace).isEmpty()) {
      throw new EvaluationException("Invalid service account namespace");
    }
    return new AuthorizerValue(
        Authorizer.User.serviceAccount(namespace, name), authorizer.authorizer());
  }

  private static Asked ask(AuthorizerValues.Question question) {
    return switch (question.authorizer().authorize(question.attributes())) {
      case Authorizer.Decision.Decided(var allowed, var reason, var error) ->
          new Asked(allowed, reason, error);
      case Authorizer.Decision.Unknown(var what) -> throw new UnknownException(what);
    };
  }
}
