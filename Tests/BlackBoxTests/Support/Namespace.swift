#if os(Linux)
  /// A process space of its own, as a container has it.
  enum Namespace {
    private static let apart = ["--user", "--map-root-user", "--pid", "--fork", "--kill-child", "--mount-proc"]

    /// Whether the system lets this user make one.
    static let isAllowed = (try? run(["/bin/true"]))?.status == 0

    /// Runs a program as process 1.
    static func run(_ words: [String]) throws -> Command {
      try Command.run("/usr/bin/env", ["unshare"] + apart + words)
    }
  }
#endif
