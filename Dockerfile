# Two stages: a Swift toolchain builds one static executable, and it is all that the image holds.
ARG BUILD_IMAGE=docker.io/library/swift:6.3-bookworm

FROM ${BUILD_IMAGE} AS build
WORKDIR /src
COPY . .
RUN .ci/release && install -D .build-release/release/willcall /out/willcall && install -d -m 1777 /out/run/willcall

FROM scratch
COPY --from=build /out/ /
USER 65532:65532
# In the environment, so that options after the image's name leave it reachable and `willcall health` finds it.
ENV WILLCALL_HOST=0.0.0.0
ENV WILLCALL_PORT=8490
ENV WILLCALL_READY_FILE=/run/willcall/ready
ENV WILLCALL_ALLOW_SINGLE_LABEL_HOSTS=true
EXPOSE 8490
HEALTHCHECK --interval=10s --timeout=3s --start-period=2s CMD ["/willcall", "health"]
ENTRYPOINT ["/willcall"]
CMD ["serve"]
