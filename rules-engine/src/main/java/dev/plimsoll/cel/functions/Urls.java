package dev.plimsoll.cel.functions;

import static dev.plimsoll.cel.functions.Arguments.text;

import dev.plimsoll.cel.EvaluationException;
import dev.plimsoll.cel.Overload;
import dev.plimsoll.cel.Type;
import java.util.List;
import java.util.function.Function;

/** Kubernetes' library of URLs. */
public final class Urls {
  private Urls() {}

  static List<Overload> overloads() {
    List<Type> string = List.of(Type.STRING);
    return List.of(
        Overload.global("url", "string_to_url", Url.TYPE, string, args -> url(text(args[0])))
            .costing(Costs.READ),
        getter("getScheme", "url_get_scheme", Type.STRING, Url::scheme),
        getter("getHost", "url_get_host", Type.STRING, Url::host),
        getter("getHostname", "url_get_hostname", Type.STRING, Url::hostname),
        getter("getPort", "url_get_port", Type.STRING, Url::port),
        getter("getEscapedPath", "url_get_escaped_path", Type.STRING, Url::escapedPath),
        getter(
            "getQuery", "url_get_query", Type.map(Type.STRING, Type.list(Type.STRING)), Url::query),
        Overload.global("isURL", "is_url_string", Type.BOOL, string, args -> isUrl(text(args[0]))));
  }

  private static Overload getter(
      String function, String id, Type type, Function<Url, Object> getter) {
    return Overload.member(
        function,
        id,
        type,
        List.of(Url.TYPE),
        args -> getter.apply(Arguments.as(Url.class, args[0])));
  }

  private static Url url(String text) {
    try {
      // The first parser is stricter, but takes a fragment for a part of the path or query.
      Url.parseRequestUri(text);
      return Url.parse(text);
    } catch (EvaluationException wrong) {
      throw new EvaluationException(
          "URL parse error during conversion from string: " + wrong.text());
    }
  }

  private static boolean isUrl(String text) {
    try {
      Url.parseRequestUri(text);
      return true;
    } catch (EvaluationException wrong) {
      return false;
    }
  }
}
