// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that the benchmark library is no dependency of WillCall's.
let package = Package(
  name: "micro",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "willcall", path: "../.."),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "Micro",
      dependencies: [
        .product(name: "WillCallService", package: "willcall"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/Micro",
      swiftSettings: [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
      ],
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
  ]
)
