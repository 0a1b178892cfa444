// swift-tools-version: 6.2
import PackageDescription

// A package of its own: Tests/Fuzzing/run builds it, and what it depends on, with the instruments of the fuzzer and the
// address sanitizer.
let package = Package(
  name: "fuzzing",
  platforms: [.macOS(.v15)],
  products: [.library(name: "Fuzzing", type: .static, targets: ["Fuzzing"])],
  dependencies: [
    .package(name: "willcall", path: "../.."),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
  ],
  targets: [
    .target(
      name: "Fuzzing",
      dependencies: [
        .product(name: "WillCallService", package: "willcall"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
      ],
      swiftSettings: [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
      ])
  ]
)
