FROM --platform=linux/arm64 debian:12.11 AS build-arm64
