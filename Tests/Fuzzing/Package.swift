// swift-tools-version: 6.2
import PackageDescription

// As in the package under test: what is a trait is fuzzed if WILLCALL_TRAITS names it.
let hasHTTP2 = (Context.environment["WILLCALL_TRAITS"] ?? "").split(separator: ",").contains("HTTP2")

let settings: [SwiftSetting] =
  (hasHTTP2 ? [.define("HTTP2")] : []) + [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
  ]

let service: Target.Dependency = .product(name: "WillCallService", package: "willcall")
let http2: Target.Dependency = .product(name: "WillCallHTTP2", package: "willcall")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")

// A package of its own: Tests/Fuzzing/run and Tests/Fuzzing/doubling build it, and what it depends on, with the
// instruments of the fuzzer and the address sanitizer.
let package = Package(
  name: "fuzzing",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Fuzzing", type: .static, targets: ["Fuzzing"]),
    .library(name: "Doubling", type: .static, targets: ["Doubling"]),
  ],
  dependencies: [
    .package(name: "willcall", path: "../.."),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
  ],
  targets: [
    .target(
      name: "Fuzzing", dependencies: [service, httpTypes] + (hasHTTP2 ? [http2] : []), swiftSettings: settings),
    .target(name: "CWork"),
    .target(name: "Doubling", dependencies: ["CWork", service, httpTypes], swiftSettings: settings),
  ]
)
