// swift-tools-version: 6.2
import PackageDescription

// A package of its own, for it shares nothing with WillCall but a header of system calls.
let package = Package(
  name: "flow",
  targets: [
    .target(name: "CSystem"),
    .executableTarget(
      name: "flow", dependencies: ["CSystem"],
      swiftSettings: [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
      ]),
  ],
  cLanguageStandard: .c2x
)
