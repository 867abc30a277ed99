package dev.plimsoll.conformance;

import java.util.List;
import java.util.Random;

/**
 * Makes up CEL expressions over {@link #OBJECT}: most are well typed, some aim at the wrong type, a
 * few at nothing.
 */
final class RandomCel {
  /** The object that expressions are about. */
  static final String OBJECT =
      """
      {"i":5,"j":-3,"z":0,"d":1.5,"e":2.0,"s":"hello","t":"a,b,c","n":null,"b":true,"f":false,\
      "l":[3,1,2],"ls":["x","hello",""],"lm":[1,"a",null,2.5],"empty":[],\
      "m":{"k":"v"},"o":{"a":{"b":{"c":1}}},"ol":[{"n":"p","v":1},{"n":"q"}],\
      "q":"1500m","bad":"nope","ip":"10.0.0.1","cidr":"10.0.0.0/8","v":"1.2.3",\
      "u":"https://h:80/p?x=1","time":"2020-01-02T03:04:05Z","dur":"1h30m",\
      "cs":[{"name":"c0","image":"r/a:1"},{"name":"c1"},{"name":"c2","image":"b:latest"}]}\
      """;

  private final Random random;
  private int locals;

  RandomCel(Random random) {
    this.random = random;
  }

  String expression() {
    locals = 0;
    return switch (random.nextInt(6)) {
      case 0, 1 -> bool(3);
      case 2 -> integer(3);
      case 3 -> text(3);
      case 4 -> list(3);
      default -> any(3);
    };
  }

  private String pick(String... options) {
    return options[random.nextInt(options.length)];
  }

  private boolean leaf(int depth) {
    return depth <= 0 || random.nextInt(5) == 0;
  }

  private String any(int depth) {
    return switch (random.nextInt(9)) {
      case 0 -> bool(depth);
      case 1 -> integer(depth);
      case 2 -> text(depth);
      case 3 -> list(depth);
      case 4 -> decimal(depth);
      case 5 -> map(depth);
      case 6 -> optional(depth);
      case 7 -> path();
      default -> moment(depth);
    };
  }

  /** A way into the object, which may lead nowhere. */
  private String path() {
    if (locals > 0 && random.nextInt(3) == 0) {
      return "x" + random.nextInt(locals) + pick("", "", ".name", ".image", ".v");
    }
    return "object"
        + pick(
            ".i",
            ".j",
            ".z",
            ".d",
            ".e",
            ".s",
            ".t",
            ".n",
            ".b",
            ".f",
            ".l",
            ".ls",
            ".lm",
            ".empty",
            ".m",
            ".m.k",
            ".o.a.b.c",
            ".o.a.x",
            ".ol[0].n",
            ".ol[1].v",
            ".q",
            ".cs",
            ".cs[2].image",
            ".missing",
            ".l[1]",
            ".l[7]",
            "['s']",
            ".m['k']",
            ".?s",
            ".?x.y",
            ".o.?a.b.c",
            ".l[?0]",
            ".l[?9]");
  }

  private String bool(int depth) {
    if (leaf(depth)) {
      return pick(
          "true", "false", "object.b", "object.f", "has(object.i)", "has(object.o.a.x)", path());
    }
    int d = depth - 1;
    return switch (random.nextInt(17)) {
      case 0 -> "(" + bool(d) + " && " + bool(d) + ")";
      case 1 -> "(" + bool(d) + " || " + bool(d) + ")";
      case 2 -> "!" + bool(d);
      case 3 ->
          "(" + integer(d) + pick(" < ", " <= ", " > ", " >= ", " == ", " != ") + integer(d) + ")";
      case 4 -> "(" + text(d) + pick(" == ", " != ", " < ", " > ") + text(d) + ")";
      case 5 -> "(dyn(" + any(d) + ") == " + any(d) + ")";
      case 6 -> text(d) + pick(".contains(", ".startsWith(", ".endsWith(") + text(d) + ")";
      case 7 -> text(d) + ".matches('" + pick("^h.*o$", "[a-z]+", "^$", "l{2}", "a|b") + "')";
      case 8 -> list(d) + quantified(pick("all", "exists", "exists_one"), d, true);
      case 9 -> map(d) + quantified(pick("all", "exists"), d, true);
      case 10 -> "(" + any(d) + " in " + list(d) + ")";
      case 11 -> "(" + text(d) + " in " + map(d) + ")";
      case 12 -> "(" + bool(d) + " ? " + bool(d) + " : " + bool(d) + ")";
      case 13 -> optional(d) + ".hasValue()";
      case 14 -> "(" + decimal(d) + pick(" < ", " >= ", " == ") + decimal(d) + ")";
      case 15 -> library();
      default -> "(" + moment(d) + pick(" < ", " == ", " >= ") + moment(d) + ")";
    };
  }

  private String library() {
    return pick(
        "isQuantity(object.q)",
        "quantity(object.q).isGreaterThan(quantity('1'))",
        "quantity(object.bad).isInteger()",
        "isIP(object.ip)",
        "ip(object.ip).isLoopback()",
        "cidr(object.cidr).containsIP(object.ip)",
        "isSemver(object.v)",
        "semver(object.v).isLessThan(semver('2.0.0'))",
        "isURL(object.u)",
        "url(object.u).getPort() == '80'",
        "sets.contains(object.l, [1])",
        "sets.intersects(object.l, object.lm)",
        "object.l.isSorted()",
        "format.dns1123Label().validate(object.s).hasValue()",
        "object.l.sum() == 6");
  }

  /** A macro's call with its variable in scope of the body. */
  private String quantified(String macro, int depth, boolean condition) {
    var name = "x" + locals++;
    var body = condition ? bool(depth) : any(depth);
    var call = "." + macro + "(" + name + ", " + body + ")";
    locals--;
    return call;
  }

  private String integer(int depth) {
    if (leaf(depth)) {
      return pick(
          "0", "1", "-1", "7", "9223372036854775807", "object.i", "object.j", "object.z", path());
    }
    int d = depth - 1;
    return switch (random.nextInt(9)) {
      case 0 -> "(" + integer(d) + pick(" + ", " - ", " * ", " / ", " % ") + integer(d) + ")";
      case 1 -> "size(" + pick(text(d), list(d), map(d)) + ")";
      case 2 -> "int(" + pick(text(d), decimal(d), integer(d)) + ")";
      case 3 -> "(" + bool(d) + " ? " + integer(d) + " : " + integer(d) + ")";
      case 4 -> list(d) + "[" + integer(d) + "]";
      case 5 -> text(d) + ".indexOf(" + text(d) + ")";
      case 6 -> list(d) + pick(".sum()", ".min()", ".max()", ".indexOf(1)");
      case 7 -> "-(" + integer(d) + ")";
      default -> moment(d) + pick(".getHours()", ".getFullYear()", ".getDayOfWeek('+02:00')");
    };
  }

  private String decimal(int depth) {
    if (leaf(depth)) {
      return pick("0.0", "1.5", "-2.25", "1e20", "object.d", "object.e", path());
    }
    int d = depth - 1;
    return switch (random.nextInt(3)) {
      case 0 -> "(" + decimal(d) + pick(" + ", " - ", " * ", " / ") + decimal(d) + ")";
      case 1 -> "double(" + pick(integer(d), text(d)) + ")";
      default -> "(" + bool(d) + " ? " + decimal(d) + " : " + decimal(d) + ")";
    };
  }

  private String text(int depth) {
    if (leaf(depth)) {
      return pick("''", "'hello'", "'l'", "'é😀'", "object.s", "object.t", "object.m.k", path());
    }
    int d = depth - 1;
    return switch (random.nextInt(10)) {
      case 0 -> "(" + text(d) + " + " + text(d) + ")";
      case 1 -> "string(" + pick(integer(d), decimal(d), bool(d), moment(d)) + ")";
      case 2 -> text(d) + pick(".lowerAscii()", ".upperAscii()", ".trim()");
      case 3 -> text(d) + ".replace(" + text(d) + ", " + text(d) + ")";
      case 4 -> text(d) + ".substring(" + integer(0) + ")";
      case 5 -> list(d) + ".join(',')";
      case 6 -> "(" + bool(d) + " ? " + text(d) + " : " + text(d) + ")";
      case 7 -> optional(d) + ".orValue(" + text(d) + ")";
      case 8 -> text(d) + ".charAt(" + integer(0) + ")";
      default ->
          "(type(" + any(d) + ") == " + pick("int", "string", "list") + " ? 'a' : " + text(d) + ")";
    };
  }

  private String list(int depth) {
    if (leaf(depth)) {
      return pick(
          "[]", "[1, 2]", "['x']", "object.l", "object.ls", "object.lm", "object.cs", path());
    }
    int d = depth - 1;
    return switch (random.nextInt(9)) {
      case 0 -> list(d) + quantified("filter", d, true);
      case 1 -> list(d) + quantified("map", d, false);
      case 2 -> "(" + list(d) + " + " + list(d) + ")";
      case 3 -> "[" + any(d) + "]";
      case 4 -> "[" + integer(d) + ", " + integer(d) + "]";
      case 5 -> text(d) + ".split(" + text(0) + ")";
      case 6 ->
          list(d) + pick(".sort()", ".distinct()", ".reverse()", ".flatten()", ".slice(0, 1)");
      // The API server itself fails where the optional's type is not known.
      case 7 -> "[?optional.of(" + integer(d) + ")]";
      default -> optional(d) + ".orValue([])";
    };
  }

  private String map(int depth) {
    if (leaf(depth)) {
      return pick("{}", "{'a': 1}", "object.m", "object.o", path());
    }
    int d = depth - 1;
    return switch (random.nextInt(3)) {
      case 0 -> "{" + pick("'k'", "'é'", "''") + ": " + any(d) + "}";
      case 1 -> "{?'a': " + optional(d) + "}";
      default -> "{" + pick("1", "-7", "2u", "true") + ": " + any(d) + "}";
    };
  }

  private String optional(int depth) {
    if (leaf(depth)) {
      return pick("optional.none()", "object.?s", "object.?x.y", "object.l[?1]", "object.?o.a.b");
    }
    int d = depth - 1;
    return switch (random.nextInt(5)) {
      case 0 -> "optional.of(" + any(d) + ")";
      case 1 -> "optional.ofNonZeroValue(" + any(d) + ")";
      case 2 -> optional(d) + quantified("optMap", d, false);
      case 3 -> optional(d) + ".or(" + optional(d) + ")";
      default -> list(d) + pick(".first()", ".last()");
    };
  }

  private String moment(int depth) {
    if (leaf(depth)) {
      return pick(
          "timestamp(object.time)", "timestamp('2021-02-03T04:05:06.789Z')", "timestamp(object.s)");
    }
    return "("
        + moment(depth - 1)
        + pick(" + ", " - ")
        + pick("duration(object.dur)", "duration('90s')", "duration('1000000h')")
        + ")";
  }

  /** Returns shorter variants of an expression: one bracket's content in place of the whole. */
  static List<String> shorter(String expression) {
    var parts = new java.util.ArrayList<String>();
    for (int open = 0; open < expression.length(); open++) {
      if ("([{".indexOf(expression.charAt(open)) >= 0) {
        int depth = 0;
        for (int i = open; i < expression.length(); i++) {
          depth += "([{".indexOf(expression.charAt(i)) >= 0 ? 1 : 0;
          depth -= ")]}".indexOf(expression.charAt(i)) >= 0 ? 1 : 0;
          if (depth == 0) {
            parts.add(expression.substring(open + 1, i));
            parts.add(expression.substring(0, i + 1));
            break;
          }
        }
      }
    }
    for (var operator : List.of(" && ", " || ", " == ", " + ", " ? ", " : ", ", ")) {
      for (int i = expression.indexOf(operator); i >= 0; i = expression.indexOf(operator, i + 1)) {
        parts.add(expression.substring(0, i));
        parts.add(expression.substring(i + operator.length()));
      }
    }
    parts.removeIf(part -> part.isBlank() || part.length() >= expression.length());
    parts.sort(java.util.Comparator.comparingInt(String::length));
    return parts;
  }
}
