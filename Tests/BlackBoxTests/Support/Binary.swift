import Foundation

/// Where the binary under test is.
enum Binary {
  /// The path of `willcall`: the environment's `WILLCALL_BINARY`, else the one built beside the tests.
  static let path: String = {
    if let path = ProcessInfo.processInfo.environment["WILLCALL_BINARY"], !path.isEmpty { return path }
    #if os(Linux)
      let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    #else
      let tests =
        Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
        ?? URL(fileURLWithPath: CommandLine.arguments[0])
    #endif
    return tests.deletingLastPathComponent().appendingPathComponent("willcall").path
  }()
}
