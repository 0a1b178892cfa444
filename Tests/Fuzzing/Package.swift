// swift-tools-version: 6.2
import PackageDescription

// A package of its own: everything in it is built with the fuzzer's and the address sanitizer's instruments, which need
// flags that a package for others must not have. Tests/Fuzzing/run builds and runs it.
let instruments = ["-sanitize=fuzzer,address"]

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .unsafeFlags(instruments),
]

let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let heap: Target.Dependency = .product(name: "HeapModule", package: "swift-collections")
let deque: Target.Dependency = .product(name: "DequeModule", package: "swift-collections")

let package = Package(
  name: "fuzzing",
  products: [.library(name: "Fuzzing", type: .static, targets: ["Fuzzing"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
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
    .target(
      name: "Fuzzing",
      dependencies: [
        "BoxOffice", "CBundledData", "Determinism", "HTTPWire", "JSONText", "PartnerAPI", "SafeTix", "Scenarios",
        httpTypes,
      ],
      swiftSettings: settings),
  ],
  cLanguageStandard: .c2x
)
