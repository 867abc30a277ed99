FROM alpine:3.20
RUN set -o pipefail && a | b
