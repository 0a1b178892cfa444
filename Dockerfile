# Two stages: a Swift toolchain builds one static executable, and it is all that the image holds.
ARG BUILD_IMAGE=docker.io/library/swift:6.3-bookworm

FROM ${BUILD_IMAGE} AS build
WORKDIR /src
COPY . .
RUN .ci/release && install -D .build-release/release/willcall /out/willcall

FROM scratch
COPY --from=build /out/willcall /willcall
USER 65532:65532
ENV WILLCALL_PORT=8490
EXPOSE 8490
HEALTHCHECK --interval=10s --timeout=3s --start-period=2s CMD ["/willcall", "health"]
ENTRYPOINT ["/willcall"]
CMD ["serve", "--host", "0.0.0.0"]
