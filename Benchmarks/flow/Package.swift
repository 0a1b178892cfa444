// swift-tools-version: 6.2
import PackageDescription

// A package of its own; it shares nothing with WillCall but a header of system calls.
let package = Package(
  name: "flow",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "willcall", path: "../..")],
  targets: [
    .executableTarget(
      name: "flow", dependencies: [.product(name: "WillCallSystem", package: "willcall")],
      swiftSettings: [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
      ])
  ]
)
