package dev.plimsoll.cel.functions;

import dev.plimsoll.cel.EvaluationException;
import dev.plimsoll.cel.functions.UrlEscapes.Part;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads URLs as Go's net/url does, with its words for what is wrong. */
final class UrlParser {
  private final String text;
  private final boolean request;
  private String scheme = "";
  private @Nullable String user;
  private String host = "";

  /**
   * @param text the URL without fragment, one byte a char
   * @param request whether it must have a scheme or begin with a slash
   */
  UrlParser(String text, boolean request) {
    this.text = text;
    this.request = request;
  }

  Url parse() {
    if (text.chars().anyMatch(c -> c < ' ' || c == 0x7F)) {
      throw new EvaluationException("net/url: invalid control character in URL");
    }
    if (text.isEmpty() && request) {
      throw new EvaluationException("empty url");
    }
    if (text.equals("*")) {
      return url("", "*", "", "", false, false);
    }
    String rest = afterScheme();
    int mark = rest.indexOf('?');
    boolean forceQuery = mark >= 0 && mark == rest.length() - 1;
    String query = mark < 0 || forceQuery ? "" : rest.substring(mark + 1);
    rest = mark < 0 ? rest : rest.substring(0, mark);

    if (!rest.startsWith("/")) {
      if (!scheme.isEmpty()) {
        return url(rest, "", "", query, forceQuery, false);
      }
      if (request) {
        throw new EvaluationException("invalid URI for request");
      }
      int slash = rest.indexOf('/');
      if (rest.substring(0, slash < 0 ? rest.length() : slash).indexOf(':') >= 0) {
        throw new EvaluationException("first path segment in URL cannot contain colon");
      }
    }
    boolean omitHost = false;
    boolean mayHaveHost = !scheme.isEmpty() || !request && !rest.startsWith("///");
    if (mayHaveHost && rest.startsWith("//")) {
      int slash = rest.indexOf('/', 2);
      authority(rest.substring(2, slash < 0 ? rest.length() : slash));
      rest = slash < 0 ? "" : rest.substring(slash);
    } else if (!scheme.isEmpty() && rest.startsWith("/")) {
      omitHost = true;
    }
    String path = UrlEscapes.unescape(rest, Part.PATH);
    String raw = UrlEscapes.escape(path, Part.PATH).equals(rest) ? "" : rest;
    return url("", path, raw, query, forceQuery, omitHost);
  }

  private Url url(
      String opaque,
      String path,
      String rawPath,
      String query,
      boolean forceQuery,
      boolean omitHost) {
    return new Url(scheme, opaque, user, host, path, rawPath, query, forceQuery, omitHost, "");
  }

  private String afterScheme() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ':') {
        if (i == 0) {
          throw new EvaluationException("missing protocol scheme");
        }
        scheme = text.substring(0, i).toLowerCase(Locale.ROOT);
        return text.substring(i + 1);
      }
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      boolean later = i > 0 && (c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.');
      if (!letter && !later) {
        return text;
      }
    }
    return text;
  }

  private void authority(String authority) {
    int at = authority.lastIndexOf('@');
    host = host(authority.substring(at + 1));
    if (at >= 0) {
      user = user(authority.substring(0, at));
    }
  }

  private static String user(String user) {
    for (int i = 0; i < user.length(); i++) {
      char c = user.charAt(i);
      boolean word = c < 0x80 && Character.isLetterOrDigit(c);
      if (!word && "-._:~!$&'()*+,;=%@".indexOf(c) < 0) {
        throw new EvaluationException("net/url: invalid userinfo");
      }
    }
    int colon = user.indexOf(':');
    String name = reescaped(colon < 0 ? user : user.substring(0, colon));
    return colon < 0 ? name : name + ":" + reescaped(user.substring(colon + 1));
  }

  private static String reescaped(String text) {
    return UrlEscapes.escape(UrlEscapes.unescape(text, Part.USER), Part.USER);
  }

  private String host(String escaped) {
    int bracket = escaped.lastIndexOf('[');
    if (bracket > 0) {
      throw new EvaluationException("invalid IP-literal");
    }
    if (bracket == 0) {
      return literal(escaped);
    }
    int colon = escaped.indexOf(':');
    if (colon >= 0) {
      boolean web = scheme.equals("http") || scheme.equals("https");
      checkPort(escaped.substring(web ? colon : escaped.lastIndexOf(':')));
    }
    return UrlEscapes.unescape(escaped, Part.HOST);
  }

  private static String literal(String escaped) {
    int end = escaped.lastIndexOf(']');
    if (end < 0) {
      throw new EvaluationException("missing ']' in host");
    }
    String port = escaped.substring(end + 1);
    checkPort(port);
    String name = escaped.substring(1, end);
    int zone = name.indexOf("%25");
    String address =
        zone < 0
            ? UrlEscapes.unescape(name, Part.HOST)
            : UrlEscapes.unescape(name.substring(0, zone), Part.HOST)
                + UrlEscapes.unescape(name.substring(zone), Part.ZONE);
    if (parsed(Url.text(address)).v4()) {
      throw new EvaluationException("invalid IP-literal");
    }
    return "[" + address + "]" + UrlEscapes.unescape(port, Part.HOST);
  }

  private static IpAddress parsed(String address) {
    try {
      return new IpAddressParser(address).parse();
    } catch (EvaluationException wrong) {
      throw new EvaluationException("invalid host: " + wrong.text());
    }
  }

  private static void checkPort(String port) {
    if (!isPort(port)) {
      throw new EvaluationException("invalid port " + Url.quote(port) + " after host");
    }
  }

  /** Returns whether this is nothing, or a colon with only digits behind it. */
  static boolean isPort(String port) {
    return port.isEmpty()
        || port.charAt(0) == ':' && port.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
  }
}
