// swift-tools-version: 6.2
import PackageDescription

// A package of its own, which depends on WillCall as a partner's package does.
let package = Package(
  name: "embedding",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "willcall", path: "../..")],
  targets: [
    .testTarget(name: "EmbeddingTests", dependencies: [.product(name: "WillCall", package: "willcall")])
  ]
)
