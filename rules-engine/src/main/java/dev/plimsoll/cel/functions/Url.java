package dev.plimsoll.cel.functions;

import dev.plimsoll.cel.EvaluationException;
import dev.plimsoll.cel.OpaqueValue;
import dev.plimsoll.cel.Text;
import dev.plimsoll.cel.Type;
import dev.plimsoll.cel.functions.UrlEscapes.Part;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A URL as Go's net/url has it. Its parts are held as Go's strings of bytes, one byte a char.
 *
 * @param scheme the scheme in lower case, or ""
 * @param opaque what follows the scheme where that is no path, or ""
 * @param user name and password before the host, escaped; null if there is no {@code @}
 * @param rawHost host and port, unescaped
 * @param path the path, unescaped
 * @param rawPath the path as written, if that isn't what escaping would make of it, else ""
 * @param rawQuery what follows the question mark, as written
 * @param forceQuery whether there is a question mark with nothing behind it
 * @param omitHost whether a path follows the scheme without {@code //}
 * @param fragment the fragment as it is written out, or ""
 */
record Url(
    String scheme,
    String opaque,
    @Nullable String user,
    String rawHost,
    String path,
    String rawPath,
    String rawQuery,
    boolean forceQuery,
    boolean omitHost,
    String fragment)
    implements OpaqueValue {
  static final Type TYPE = Type.opaque("kubernetes.URL");

  private static final int MOST_PARAMETERS = 10_000;

  /** Parses a URL that may have a fragment. */
  static Url parse(String text) {
    String bytes = bytes(text);
    int hash = bytes.indexOf('#');
    String before = hash < 0 ? bytes : bytes.substring(0, hash);
    Url url = parse(before, before, false);
    if (hash < 0 || hash == bytes.length() - 1) {
      return url;
    }
    try {
      String escaped = bytes.substring(hash + 1);
      String fragment = UrlEscapes.unescape(escaped, Part.FRAGMENT);
      return url.withFragment(UrlEscapes.written(fragment, escaped, Part.FRAGMENT));
    } catch (EvaluationException wrong) {
      throw wrong(bytes, wrong);
    }
  }

  /** Parses a URL as a request names it: with a scheme, or a path from the root. */
  static Url parseRequestUri(String text) {
    String bytes = bytes(text);
    return parse(bytes, bytes, true);
  }

  private static Url parse(String text, String whole, boolean request) {
    try {
      return new UrlParser(text, request).parse();
    } catch (EvaluationException wrong) {
      throw wrong(whole, wrong);
    }
  }

  private static EvaluationException wrong(String url, EvaluationException what) {
    return new EvaluationException("parse " + quote(url) + ": " + what.text());
  }

  /** Quotes a string of bytes. */
  static String quote(String bytes) {
    return Text.quote(bytes.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String bytes(String text) {
    return new String(Text.utf8(text), StandardCharsets.ISO_8859_1);
  }

  /** Returns the text of a string of bytes. */
  static String text(String bytes) {
    return Text.fromUtf8(bytes.getBytes(StandardCharsets.ISO_8859_1));
  }

  private Url withFragment(String written) {
    return new Url(
        scheme, opaque, user, rawHost, path, rawPath, rawQuery, forceQuery, omitHost, written);
  }

  @Override
  public Type type() {
    return TYPE;
  }

  @Override
  public boolean equalTo(@Nullable Object other) {
    return toString().equals(Arguments.as(Url.class, other).toString());
  }

  String host() {
    return text(rawHost);
  }

  String hostname() {
    int port = portColon();
    String name = port < 0 ? rawHost : rawHost.substring(0, port);
    boolean literal = name.startsWith("[") && name.endsWith("]");
    return text(literal ? name.substring(1, name.length() - 1) : name);
  }

  String port() {
    int port = portColon();
    return port < 0 ? "" : rawHost.substring(port + 1);
  }

  private int portColon() {
    int colon = rawHost.lastIndexOf(':');
    return colon >= 0 && UrlParser.isPort(rawHost.substring(colon)) ? colon : -1;
  }

  String escapedPath() {
    return UrlEscapes.written(path, rawPath, Part.PATH);
  }

  /** Returns the parameters by name; those that can't be read are left out, as in Go. */
  Map<String, List<String>> query() {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    if (rawQuery.chars().filter(c -> c == '&').limit(MOST_PARAMETERS).count() >= MOST_PARAMETERS) {
      return parameters;
    }
    for (String pair : rawQuery.split("&", -1)) {
      if (pair.isEmpty() || pair.indexOf(';') >= 0) {
        continue;
      }
      int equals = pair.indexOf('=');
      try {
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        String key = text(UrlEscapes.unescape(name, Part.QUERY));
        String read = text(UrlEscapes.unescape(value, Part.QUERY));
        parameters.computeIfAbsent(key, k -> new ArrayList<>(1)).add(read);
      } catch (EvaluationException unreadable) {
        continue;
      }
    }
    return parameters;
  }

  /** Returns the URL as text, as Go puts it together. */
  @Override
  public String toString() {
    StringBuilder url = new StringBuilder();
    if (!scheme.isEmpty()) {
      url.append(scheme).append(':');
    }
    if (!opaque.isEmpty()) {
      url.append(opaque);
    } else {
      boolean authority = !rawHost.isEmpty() || user != null;
      if (authority || !scheme.isEmpty() && !omitHost && !path.isEmpty()) {
        url.append("//");
      }
      if (user != null) {
        url.append(user).append('@');
      }
      url.append(UrlEscapes.escape(rawHost, Part.HOST));
      String escaped = escapedPath();
      if (!escaped.isEmpty() && escaped.charAt(0) != '/' && !rawHost.isEmpty()) {
        url.append('/');
      }
      int slash = escaped.indexOf('/');
      if (url.isEmpty()
          && escaped.substring(0, slash < 0 ? escaped.length() : slash).indexOf(':') >= 0) {
        url.append("./");
      }
      url.append(escaped);
    }
    if (forceQuery || !rawQuery.isEmpty()) {
      url.append('?').append(rawQuery);
    }
    if (!fragment.isEmpty()) {
      url.append('#').append(fragment);
    }
    return text(url.toString());
  }
}
