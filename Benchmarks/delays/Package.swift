// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that the transport need not be a product for others to be measured.
let package = Package(
  name: "delays",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "willcall", path: "../.."),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
  ],
  targets: [
    .executableTarget(
      name: "delays",
      dependencies: [
        .product(name: "WillCallSystem", package: "willcall"),
        .product(name: "WillCallTransport", package: "willcall"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
      ])
  ]
)
