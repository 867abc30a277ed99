from debian:12 as build
