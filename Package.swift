// swift-tools-version: 6.2
import PackageDescription

// Continuous integration sets WILLCALL_STRICT=1: then every warning in this package is an error. Nobody debugs or edits
// what it builds: without debug information, and a module at a time and once, the compiler takes half the time.
let strict = Context.environment["WILLCALL_STRICT"] == "1"

// What the libraries of the system add is a trait, and off unless it is asked for: `swift build --traits TLS,HTTP2`. With
// WILLCALL_TRAITS=TLS,HTTP2 it is built in without its trait, so that one build tests everything; SwiftPM writes the flags
// of two traits in an order that changes from run to run, and then builds everything again.
let builtIn = (Context.environment["WILLCALL_TRAITS"] ?? "").split(separator: ",").map(String.init)

/// When something that belongs to a trait is needed; always, if that is built in.
func needed(by trait: String) -> TargetDependencyCondition? { builtIn.contains(trait) ? nil : .when(traits: [trait]) }

let strictness: [SwiftSetting] = [
  .treatAllWarnings(as: .error), .unsafeFlags(["-Xfrontend", "-gnone"]),
  .unsafeFlags(["-wmo", "-num-threads", "2", "-no-emit-module-separately-wmo"], .when(configuration: .debug)),
]

let settings: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0335-existential-any.md
    .enableUpcomingFeature("ExistentialAny"),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0444-member-import-visibility.md
    .enableUpcomingFeature("MemberImportVisibility"),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0409-access-level-on-imports.md
    .enableUpcomingFeature("InternalImportsByDefault"),
  ] + (strict ? strictness : [])

/// For the few targets whose code differs where a trait is on: the others need not be built again.
let traitSettings = settings + builtIn.map { .define($0) }

let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let heap: Target.Dependency = .product(name: "HeapModule", package: "swift-collections")
let deque: Target.Dependency = .product(name: "DequeModule", package: "swift-collections")

// macOS has neither library of its own; pkg-config knows where Homebrew's are.
#if os(macOS)
  let openSSL: [Target.Dependency] = [.target(name: "OpenSSLLibrary", condition: needed(by: "TLS"))]
  let nghttp2PackageName: String? = "libnghttp2"
#else
  let openSSL: [Target.Dependency] = []
  let nghttp2PackageName: String? = nil
#endif

let package = Package(
  name: "willcall",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "willcall", targets: ["WillCallCLI"]),
    .library(name: "WillCall", targets: ["WillCall"]),
    // For the packages in Benchmarks and Tests/Fuzzing alone, which measure and fuzz what is not meant for others; four,
    // so that each builds what it needs.
    .library(name: "WillCallSystem", targets: ["CSystem"]),
    .library(name: "WillCallTransport", targets: ["HTTPWire", "SocketServer"]),
    .library(name: "WillCallHTTP2", targets: ["HTTP2Wire"]),
    .library(
      name: "WillCallService",
      targets: [
        "Backstage", "BoxOffice", "CBundledData", "Determinism", "EventCatalogue", "HTTPWire", "JSONText", "PartnerAPI",
        "PartnerVocabulary", "SafeTix", "Sandboxes", "Scenarios",
      ]),
  ],
  traits: [
    .trait(name: "HTTP2", description: "HTTP/2, by the system's libnghttp2."),
    .trait(name: "TLS", description: "https, by the system's OpenSSL 3."),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    // Without FoundationURL, which would link FoundationEssentials: an eighth of the executable.
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0", traits: []),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
  ],
  targets: [
    // Foundations: no I/O, no clock.
    .target(name: "JSONText", swiftSettings: settings),
    .target(name: "Determinism", dependencies: ["CSystem"], swiftSettings: settings),
    .target(name: "Digests", swiftSettings: settings),
    .target(name: "Symbology", swiftSettings: settings),
    .target(name: "CommandArguments", dependencies: ["JSONText"], swiftSettings: settings),

    // Transport.
    .target(name: "CSystem"),
    .target(name: "HTTPWire", dependencies: [httpTypes], swiftSettings: settings),
    .target(
      name: "SocketServer", dependencies: ["CSystem", "Determinism", "HTTPWire", httpTypes, logging],
      swiftSettings: settings),
    .systemLibrary(
      name: "CNghttp2", pkgConfig: nghttp2PackageName,
      providers: [.apt(["libnghttp2-dev"]), .brew(["libnghttp2"])]),
    // These are empty without their traits.
    .target(
      name: "HTTP2Wire",
      dependencies: [.target(name: "CNghttp2", condition: needed(by: "HTTP2")), "HTTPWire", httpTypes],
      swiftSettings: traitSettings),
    .target(
      name: "COpenSSL", dependencies: openSSL,
      linkerSettings: [
        .linkedLibrary("ssl", builtIn.contains("TLS") ? nil : .when(traits: ["TLS"])),
        .linkedLibrary("crypto", builtIn.contains("TLS") ? nil : .when(traits: ["TLS"])),
      ]),
    .target(
      name: "TLSWire", dependencies: [.target(name: "COpenSSL", condition: needed(by: "TLS"))],
      swiftSettings: traitSettings),
    .target(name: "LoopbackClient", dependencies: ["CSystem", "HTTPWire", httpTypes], swiftSettings: settings),

    // Ticketing.
    .target(name: "CBundledData"),
    .target(name: "EventCatalogue", dependencies: ["Determinism", "JSONText"], swiftSettings: settings),
    .target(
      name: "BoxOffice", dependencies: ["Determinism", "Digests", "EventCatalogue", "JSONText", heap],
      swiftSettings: settings),
    .target(name: "SafeTix", dependencies: ["Determinism", "JSONText"], swiftSettings: settings),
    .target(name: "EntryCode", dependencies: ["Determinism", "Digests", "SafeTix"], swiftSettings: settings),

    .target(
      name: "CardVault", dependencies: ["Determinism", "Digests", "JSONText", "SafeTix"], swiftSettings: settings),
    .target(name: "Scenarios", dependencies: ["Determinism", "JSONText"], swiftSettings: settings),
    .target(name: "Ledger", dependencies: ["Determinism", "JSONText"], swiftSettings: settings),

    // One partner key's world.
    .target(
      name: "PartnerVocabulary", dependencies: ["BoxOffice", "Determinism", "JSONText", "Scenarios"],
      swiftSettings: settings),
    .target(
      name: "Sandboxes",
      dependencies: [
        "BoxOffice", "Determinism", "EntryCode", "EventCatalogue", "HTTPWire", "JSONText", "Ledger",
        "PartnerVocabulary",
        "SafeTix", "Scenarios", deque, httpTypes,
      ],
      swiftSettings: settings),

    // The page.
    .target(name: "CConsoleFiles", exclude: ["files"]),
    .target(
      name: "Console", dependencies: ["CConsoleFiles", "Digests", "HTTPWire", httpTypes], swiftSettings: settings),

    // The service.
    .target(
      name: "PartnerWire",
      dependencies: ["BoxOffice", "Determinism", "EventCatalogue", "JSONText", "PartnerVocabulary"],
      swiftSettings: settings),
    .target(
      name: "PartnerAPI",
      dependencies: [
        "BoxOffice", "Determinism", "EventCatalogue", "HTTPWire", "JSONText", "Ledger", "PartnerVocabulary",
        "PartnerWire", "SafeTix", "Sandboxes",
        "Scenarios", httpTypes,
      ],
      swiftSettings: settings),
    .target(
      name: "PartnerDocuments",
      dependencies: ["JSONText", "PartnerAPI", "PartnerVocabulary", "PartnerWire", httpTypes], swiftSettings: settings),
    .target(
      name: "Backstage",
      dependencies: [
        "BoxOffice", "Console", "Determinism", "EntryCode", "EventCatalogue", "HTTPWire", "JSONText", "Ledger",
        "PartnerVocabulary",
        "SafeTix", "Sandboxes", "Scenarios", "Symbology", httpTypes,
      ],
      swiftSettings: settings),
    .target(
      name: "WillCall",
      dependencies: [
        "Backstage", "BoxOffice", "CBundledData", "CardVault", "Console", "Determinism", "EventCatalogue", "HTTPWire",
        "JSONText", "Ledger", "PartnerAPI",
        "PartnerDocuments", "PartnerVocabulary", "Sandboxes", "Scenarios", "SocketServer", httpTypes, logging,
        .target(name: "HTTP2Wire", condition: needed(by: "HTTP2")),
        .target(name: "TLSWire", condition: needed(by: "TLS")),
      ],
      swiftSettings: traitSettings),
    .executableTarget(
      name: "WillCallCLI",
      dependencies: [
        "CSystem", "CommandArguments", "Determinism", "EntryCode", "HTTPWire", "JSONText", "Ledger", "LoopbackClient",
        "SafeTix", "Scenarios", "SocketServer", "Symbology", "WillCall", httpTypes, logging,
      ],
      swiftSettings: settings),

    // Tests, one target for each module, and the black box over the real binary.
    .testTarget(name: "JSONTextTests", dependencies: ["JSONText"], swiftSettings: settings),
    .testTarget(name: "DeterminismTests", dependencies: ["Determinism"], swiftSettings: settings),
    .testTarget(name: "CommandArgumentsTests", dependencies: ["CommandArguments"], swiftSettings: settings),
    .testTarget(name: "DigestsTests", dependencies: ["Digests"], swiftSettings: settings),
    .testTarget(name: "SymbologyTests", dependencies: ["Symbology"], swiftSettings: settings),
    .testTarget(name: "HTTPWireTests", dependencies: ["HTTPWire", httpTypes], swiftSettings: settings),
    .testTarget(
      name: "HTTP2WireTests",
      dependencies: [
        .target(name: "CNghttp2", condition: needed(by: "HTTP2")),
        .target(name: "HTTP2Wire", condition: needed(by: "HTTP2")), "HTTPWire", httpTypes,
      ],
      swiftSettings: traitSettings),
    .testTarget(
      name: "SocketServerTests", dependencies: ["HTTPWire", "LoopbackClient", "SocketServer", httpTypes, logging],
      swiftSettings: settings),
    .testTarget(
      name: "TLSWireTests",
      dependencies: [
        .target(name: "COpenSSL", condition: needed(by: "TLS")),
        .target(name: "TLSWire", condition: needed(by: "TLS")),
      ],
      swiftSettings: traitSettings),
    .testTarget(
      name: "EventCatalogueTests", dependencies: ["Determinism", "EventCatalogue", "JSONText"], exclude: ["Data"],
      swiftSettings: settings),
    .testTarget(
      name: "BoxOfficeTests",
      dependencies: ["BoxOffice", "CBundledData", "Determinism", "EventCatalogue", "JSONText", heap],
      swiftSettings: settings),
    .testTarget(
      name: "ScenariosTests", dependencies: ["Determinism", "JSONText", "Scenarios"], exclude: ["Data"],
      swiftSettings: settings),
    .testTarget(
      name: "CardVaultTests", dependencies: ["CBundledData", "CardVault", "Determinism"],
      swiftSettings: settings),
    .testTarget(name: "SafeTixTests", dependencies: ["Determinism", "JSONText", "SafeTix"], swiftSettings: settings),
    .testTarget(
      name: "EntryCodeTests", dependencies: ["Determinism", "EntryCode", "SafeTix"], swiftSettings: settings),
    .testTarget(
      name: "LedgerTests", dependencies: ["Determinism", "Digests", "JSONText", "Ledger"], swiftSettings: settings),
    .testTarget(
      name: "PartnerVocabularyTests", dependencies: ["PartnerVocabulary"], swiftSettings: settings),
    .testTarget(
      name: "SandboxesTests",
      dependencies: ["Determinism", "HTTPWire", "PartnerVocabulary", "Sandboxes", httpTypes], swiftSettings: settings),
    .testTarget(
      name: "PartnerAPITests",
      dependencies: [
        "BoxOffice", "CBundledData", "Determinism", "EventCatalogue", "HTTPWire", "JSONText", "Ledger", "PartnerAPI",
        "PartnerDocuments",
        "PartnerVocabulary", "PartnerWire", "SafeTix", "Sandboxes", "Scenarios", httpTypes,
      ],
      exclude: ["Data"],
      swiftSettings: settings),
    .testTarget(
      name: "PartnerDocumentsTests", dependencies: ["PartnerDocuments", "PartnerVocabulary"], swiftSettings: settings),
    .testTarget(
      name: "ConsoleTests", dependencies: ["CConsoleFiles", "Console", "HTTPWire", httpTypes], swiftSettings: settings),
    .testTarget(
      name: "BackstageTests",
      dependencies: [
        "Backstage", "BoxOffice", "CBundledData", "Determinism", "EntryCode", "EventCatalogue", "HTTPWire", "JSONText",
        "Ledger", "PartnerAPI", "PartnerDocuments", "PartnerVocabulary", "SafeTix", "Sandboxes", "Scenarios",
        "Symbology",
        httpTypes,
      ],
      swiftSettings: settings),
    .testTarget(
      name: "WillCallTests",
      dependencies: [
        "Determinism", "EventCatalogue", "JSONText", "Ledger", "LoopbackClient", "PartnerAPI", "PartnerVocabulary",
        "Sandboxes",
        "Scenarios", "WillCall", httpTypes,
      ],
      swiftSettings: settings),
    .testTarget(
      name: "BlackBoxTests",
      dependencies: ["EntryCode", "HTTPWire", "JSONText", "LoopbackClient", "SafeTix", "WillCallCLI", httpTypes],
      swiftSettings: traitSettings),
  ],
  cLanguageStandard: .c2x
)

#if os(macOS)
  package.targets.append(
    .systemLibrary(name: "OpenSSLLibrary", pkgConfig: "openssl@3", providers: [.brew(["openssl@3"])]))
#endif

// `.ci/sanitize` sets WILLCALL_OPTIMIZED=1: what only computes is optimized then, for under a sanitizer nearly all of
// the time would go there.
if Context.environment["WILLCALL_OPTIMIZED"] == "1" {
  let computing = [
    "JSONText", "Determinism", "Digests", "Symbology", "HTTPWire", "EventCatalogue", "SafeTix", "EntryCode",
    "CardVault",
  ]
  for target in package.targets where computing.contains(target.name) {
    target.swiftSettings = (target.swiftSettings ?? []) + [.unsafeFlags(["-O"])]
  }
}

// `.ci/release` sets WILLCALL_COMPACT=1: what no client waits for is optimized for size then, and that accesses do not
// overlap is not checked again at run time, for the tests check it, in debug builds and under the sanitizers.
if Context.environment["WILLCALL_COMPACT"] == "1" {
  let unhurried = [
    "Backstage", "CardVault", "CommandArguments", "Console", "EntryCode", "EventCatalogue", "LoopbackClient",
    "PartnerDocuments", "PartnerVocabulary", "Scenarios", "Symbology", "WillCall", "WillCallCLI",
  ]
  for target in package.targets where target.type == .regular || target.type == .executable {
    let flags = ["-enforce-exclusivity=unchecked"] + (unhurried.contains(target.name) ? ["-Osize"] : [])
    target.swiftSettings = (target.swiftSettings ?? []) + [.unsafeFlags(flags)]
  }
}
