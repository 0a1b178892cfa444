# Two stages: the first builds one static executable with a Swift toolchain; the image holds that executable only.
ARG BUILD_IMAGE=docker.io/library/swift:6.3-bookworm

FROM ${BUILD_IMAGE} AS build
WORKDIR /src
COPY . .
RUN apt-get update && apt-get install -y --no-install-recommends libnghttp2-dev libssl-dev
RUN WILLCALL_TRAITS=TLS,HTTP2 .ci/release && install -D .build-release/release/willcall /out/willcall && install -d -m 1777 /out/run/willcall

# Packaging/release makes this stage alone, of an executable that is there.
FROM scratch
COPY --from=build /out/ /
LABEL org.opencontainers.image.title="WillCall" \
      org.opencontainers.image.description="A mock of the Ticketmaster Partner API with SafeTix" \
      org.opencontainers.image.licenses="Apache-2.0"
USER 65532:65532
# These are variables, not options of CMD, so the server stays reachable when options are given after the image's name,
# and `willcall health` finds it.
ENV WILLCALL_HOST=0.0.0.0
ENV WILLCALL_PORT=8490
ENV WILLCALL_READY_FILE=/run/willcall/ready
ENV WILLCALL_ALLOW_SINGLE_LABEL_HOSTS=true
EXPOSE 8490
HEALTHCHECK --interval=10s --timeout=3s --start-period=2s CMD ["/willcall", "health"]
ENTRYPOINT ["/willcall"]
CMD ["serve"]
