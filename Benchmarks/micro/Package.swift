// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that the benchmark library is no dependency of WillCall's.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let heap: Target.Dependency = .product(name: "HeapModule", package: "swift-collections")
let deque: Target.Dependency = .product(name: "DequeModule", package: "swift-collections")

let package = Package(
  name: "micro",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .target(name: "JSONText", swiftSettings: settings),
    .target(name: "Determinism", swiftSettings: settings),
    .target(name: "HTTPWire", dependencies: [httpTypes], swiftSettings: settings),
    .target(name: "CBundledData"),
    .target(name: "BoxOffice", dependencies: ["Determinism", "JSONText", heap], swiftSettings: settings),
    .target(name: "SafeTix", dependencies: ["Determinism", "JSONText"], swiftSettings: settings),
    .target(name: "Scenarios", dependencies: ["Determinism", "JSONText"], swiftSettings: settings),
    .target(
      name: "PartnerAPI",
      dependencies: ["BoxOffice", "Determinism", "HTTPWire", "JSONText", "SafeTix", "Scenarios", deque, httpTypes],
      swiftSettings: settings),
    .executableTarget(
      name: "Micro",
      dependencies: [
        "BoxOffice", "CBundledData", "Determinism", "HTTPWire", "JSONText", "PartnerAPI", "SafeTix", "Scenarios",
        httpTypes, .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/Micro", swiftSettings: settings,
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
  ],
  cLanguageStandard: .c2x
)
