# Two stages: a Swift toolchain builds one static binary, a small base image runs it.
ARG BUILD_IMAGE=docker.io/library/swift:6.3-bookworm
ARG RUN_IMAGE=docker.io/library/debian:bookworm-slim

FROM ${BUILD_IMAGE} AS build
WORKDIR /src
COPY . .
RUN swift build -c release --static-swift-stdlib --product willcall -Xlinker -s \
  && install -D .build/release/willcall /out/willcall

FROM ${RUN_IMAGE}
COPY --from=build /out/willcall /usr/local/bin/willcall
USER 65532:65532
ENV WILLCALL_PORT=8490
EXPOSE 8490
HEALTHCHECK --interval=10s --timeout=3s --start-period=2s CMD ["/usr/local/bin/willcall", "health"]
ENTRYPOINT ["/usr/local/bin/willcall"]
CMD ["serve", "--host", "0.0.0.0"]
