// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that the transport need not be a product of WillCall's to be measured.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")

let package = Package(
  name: "delays",
  dependencies: [
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
  ],
  targets: [
    .target(name: "CSystem"),
    .target(name: "HTTPWire", dependencies: [httpTypes], swiftSettings: settings),
    .target(name: "SocketServer", dependencies: ["CSystem", "HTTPWire", httpTypes, logging], swiftSettings: settings),
    .executableTarget(
      name: "delays", dependencies: ["CSystem", "HTTPWire", "SocketServer", httpTypes, logging],
      swiftSettings: settings),
  ],
  cLanguageStandard: .c2x
)
