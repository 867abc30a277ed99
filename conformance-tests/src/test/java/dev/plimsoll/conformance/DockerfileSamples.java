package dev.plimsoll.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Dockerfiles put together from the forms that the language has, then damaged; the same for a seed.
 */
final class DockerfileSamples {

  private static final List<String> LINES =
      List.of(
          "FROM alpine:3.20",
          "FROM --platform=$BUILDPLATFORM golang:1.26 AS build",
          "from scratch as Final",
          "FROM ${BASE:-debian}:${TAG}",
          "FROM build",
          "FROM a b",
          "FROM alpine AS 1st",
          "ARG VERSION=1.2 NAME OTHER=\"a b\"",
          "ARG BASE",
          "ARG =x",
          "ENV A=1 B=\"two words\" C=three\\ words D='$A'",
          "ENV KEY some value with = signs",
          "ENV ONE",
          "ENV A=1 B",
          "LABEL org.opencontainers.image.title=\"x\" b=c",
          "LABEL a b",
          "RUN apt-get update && \\\n"
              + "    apt-get install -y curl \\\n"
              + "    # a comment\n\n"
              + "    && rm -rf /x",
          "RUN [\"a\", \"b c\", \"\\u00e9\\n\"]",
          "RUN [\"a\", 1]",
          "RUN ['a']",
          "RUN [\"a\"",
          "RUN [\"a\"] x",
          "RUN []",
          "RUN [[\"a\"], {\"b\": [1, {\"c\": null}]}]",
          "RUN [1e999]",
          "RUN --mount=type=cache,target=/root/.cache --network=none pip install x",
          "RUN --mount=from=$x,target=/a ls",
          "RUN --mount=\"type=secret,id=a\" --security=insecure ls",
          "RUN --mount=type=bind,\"a ls",
          "RUN --network=bridge ls",
          "RUN --device=vendor.com/x=y,required ls",
          "RUN --device=a,b ls",
          "RUN -- --x y",
          "RUN --unknown x",
          "RUN <<EOF\necho hi\n\tif x\nEOF",
          "RUN <<-EOF bash\n\techo hi\n\tEOF",
          "RUN <<'EOF' cat > /x && <<\"TWO\" cat\n$a\nEOF\n$b\nTWO",
          "RUN python3 <<PY\nprint(1)\nPY",
          "RUN cat 3<<EOF <<OTHER\n3\nEOF\no\nOTHER",
          "RUN echo '<<EOF'",
          "RUN cat <<EOF \"it's",
          "RUN echo $((1<<2)) <<$X\na\n$X",
          "RUN <<EOF\nnever ended",
          "RUN cat <<< word",
          "RUN cat <<${x:-EOF}\na\nEOF",
          "RUN cat <<E\"O\"F\n$a\nEOF",
          "RUN cat << EOF\n$a\nEOF",
          "COPY <<EOF /dest\nhello\nEOF",
          "COPY <<-\"a.txt\" <<b.txt /dest/\n\thello\n\ta.txt\nb\nb.txt",
          "COPY a <<EOF\nEOF",
          "COPY --from=build --chown=1:1 --chmod=755 --link --parents /a /b /c/",
          "COPY --from=0 --exclude=*.md --exclude=x . .",
          "COPY --link=maybe a b",
          "COPY --link=false a b",
          "COPY --chown=a --chown=b c d",
          "COPY --chmod a b",
          "COPY [\"a b\", \"/c\"]",
          "COPY a",
          "ADD --checksum=sha256:00 --keep-git-dir=true --unpack https://x/y.tgz /z",
          "ADD <<EOF <<EOF2 /x\n1\nEOF\n2\nEOF2",
          "WORKDIR /a b",
          "WORKDIR",
          "USER 1000:1000",
          "USER --x y",
          "EXPOSE 80 443/tcp 8000-8010/UDP",
          "EXPOSE",
          "VOLUME /a /b",
          "VOLUME [\"/a\", \" \"]",
          "VOLUME [\"/a\", \"/b\"]",
          "CMD [\"nginx\", \"-g\", \"daemon off;\"]",
          "CMD nginx -g 'daemon off;'",
          "cmd",
          "ENTRYPOINT [\"/x\"]",
          "Entrypoint exec top -b",
          "SHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]",
          "SHELL /bin/sh -c",
          "SHELL []",
          "STOPSIGNAL SIGTERM",
          "STOPSIGNAL --x",
          "MAINTAINER Some One <a@b.c>",
          "HEALTHCHECK --interval=30s --timeout=1m30s --retries=3 CMD curl -f http://x/ || exit 1",
          "HEALTHCHECK --interval=.5us CMD x",
          "HEALTHCHECK --interval=5x CMD x",
          "HEALTHCHECK --retries=-1 CMD x",
          "HEALTHCHECK --start-period=0 --start-interval=1h CMD [\"a\"]",
          "HEALTHCHECK NONE",
          "HEALTHCHECK NONE x",
          "HEALTHCHECK CMD",
          "HEALTHCHECK TCP 80",
          "ONBUILD RUN make",
          "ONBUILD COPY <<EOF /x\na\nEOF",
          "ONBUILD ONBUILD RUN x",
          "ONBUILD FROM x",
          "ONBUILD",
          "ONBUILD RUN [\"a\", 2]",
          "ONBUILD FOO x",
          "RUNN echo",
          "echo hi",
          "# a comment",
          "  # indented comment",
          "#",
          "",
          "   ",
          "\\",
          "RUN echo \\\n\n\n  hi",
          "RUN echo \\\\\nCMD x",
          "RUN echo \\ \t\n hi",
          "RUN echo a\\\nb\\\nc",
          "RUN echo `\n  hi",
          "RUN dir C:\\",
          "ENV A=`",
          "ENV A=\"x\\",
          "RUN echo \u00e9\u4e16\ud83d\ude00 \\\n # \u00e9\n \u00e9",
          "ENV A=\u00e9\u00a0b B=\u2003c",
          "RUN\techo\ttab",
          "RUN \u000becho vertical");

  private static final List<String> TOPS =
      List.of(
          "",
          "",
          "",
          "# syntax=docker/dockerfile:1\n",
          "# escape=`\n",
          "#escape = \\ \n# check=skip=all\n",
          "# escape=`\n# escape=`\n",
          "# escape=x\n",
          " # syntax=a b\n# ESCAPE=`\n",
          "\n# escape=`\n",
          "# a comment\n# escape=`\n",
          "#!/usr/bin/env x\n# escape=`\n",
          "\ufeff# escape=`\n",
          "# syntax =\u000bx\n",
          "ARG BASE=alpine\n");

  private static final List<String> SPLINTERS =
      List.of(
          "\\",
          "`",
          "\"",
          "'",
          "\n",
          "\r\n",
          "\r",
          " ",
          "\t",
          "#",
          "<<",
          "<<-",
          "EOF",
          "$",
          "${",
          "}",
          "--",
          "=",
          "[",
          "]",
          ",",
          ":",
          "{",
          "\u00a0",
          "\u0085",
          "\u2028",
          "\\\n",
          "\n#x\n",
          "ONBUILD ",
          "\n\n",
          "\ufeff",
          "$x",
          "${x:-",
          "${x%",
          "${x/a/b}",
          "/",
          "0",
          "-",
          "as",
          "\u000b",
          "\\\n\n",
          "<<EOF\nEOF\n");

  private final SplittableRandom random;

  DockerfileSamples(long seed) {
    random = new SplittableRandom(seed);
  }

  String next() {
    var text = new StringBuilder(pick(TOPS));
    if (random.nextInt(8) > 0) {
      text.append("FROM alpine AS base\n");
    }
    int count = 1 + random.nextInt(random.nextInt(4) == 0 ? 12 : 3);
    for (int i = 0; i < count; i++) {
      text.append(pick(LINES)).append('\n');
    }
    if (random.nextInt(10) == 0) {
      text = new StringBuilder(text.toString().replace("\n", "\r\n"));
    }
    int damages = random.nextInt(4);
    for (int i = 0; i < damages && !text.isEmpty(); i++) {
      damage(text);
    }
    return text.toString();
  }

  /** A word with variables, for the expansion alone. */
  String nextWord() {
    var parts =
        new ArrayList<>(
            List.of(
                "a",
                "$x",
                "${x}",
                "${x:-b}",
                "${y-b}",
                "${x:+c}",
                "${y+c}",
                "${z:?no}",
                "${x?no}",
                "${x#v*}",
                "${x##*l}",
                "${x%?}",
                "${x%%l*}",
                "${x/a/b}",
                "${x//l/$y}",
                "${x:#a}",
                "${x#\\*}",
                "${x/\\//-}",
                "'$x'",
                "\"$x b\"",
                "\\$x",
                "$$",
                "$1a",
                "${",
                "}",
                " ",
                "\"",
                "'",
                "\\",
                "${z:-${y:-${x}}}",
                "<<",
                "$",
                "${x%\"u\"*}",
                "${x//?/'$0'}",
                "${x//*/-}",
                "$\u00e9",
                "${x-}",
                "${x:}",
                "${x^}",
                "`",
                "${x/l/}"));
    var word = new StringBuilder();
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      word.append(parts.get(random.nextInt(parts.size())));
    }
    return word.toString();
  }

  private void damage(StringBuilder text) {
    int at = random.nextInt(text.length());
    if (Character.isLowSurrogate(text.charAt(at))) {
      return;
    }
    switch (random.nextInt(4)) {
      case 0 -> text.insert(at, pick(SPLINTERS));
      case 1 -> {
        if (!Character.isSurrogate(text.charAt(at))) {
          text.deleteCharAt(at);
        }
      }
      case 2 -> {
        String line = pick(LINES);
        int from = random.nextInt(line.length() + 1);
        if (from == line.length() || !Character.isLowSurrogate(line.charAt(from))) {
          text.insert(at, line.substring(from));
        }
      }
      case 3 -> {
        int end = Math.min(text.length(), at + 1 + random.nextInt(12));
        if (end == text.length() || !Character.isLowSurrogate(text.charAt(end))) {
          text.delete(at, end);
        }
      }
      default -> throw new IllegalStateException();
    }
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
