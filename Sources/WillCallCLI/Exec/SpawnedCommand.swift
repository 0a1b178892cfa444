import Dispatch
import Synchronization

#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#elseif canImport(Darwin)
  @preconcurrency import Darwin
#endif

/// A command that runs beside this process, with the same standard streams and in the same process group.
///
/// So it stays in the foreground of a terminal, and Ctrl-C and Ctrl-Z reach it as if it had been started directly.
final class SpawnedCommand: Sendable {
  private let processID: pid_t
  // Guards whether the process id is still the command's: after the wait, the system may reuse it.
  private let isRunning = Mutex(true)

  /// Starts a command, found through PATH unless its name contains a slash.
  ///
  /// - Parameters:
  ///   - words: its name and its arguments; at least one.
  ///   - environment: variables to add to those of this process, or to set instead of them.
  ///   - ignoredSignals: the signals that it ignores from the start, as this process did.
  ///   - isDetached: whether it has a process group of its own, so that Ctrl-C does not reach it, and no streams.
  /// - Throws: ``CommandFailure`` with the status that a shell would use: 127 if there is no such command, else 126.
  init(
    _ words: [String], environment: [(name: String, value: String)], ignoring ignoredSignals: Set<Int32>,
    isDetached: Bool = false
  ) throws(CommandFailure) {
    var attributes = Self.attributes(ignoring: ignoredSignals, isDetached: isDetached)
    defer { posix_spawnattr_destroy(&attributes) }
    var streams = Self.streams(isDetached: isDetached)
    defer { posix_spawn_file_actions_destroy(&streams) }
    let ownArguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    let ownVariables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0.name)=\($0.value)") }
    defer { for string in ownArguments + ownVariables { free(string) } }
    var arguments = ownArguments + [nil]
    var variables = ownVariables + Self.inheritedVariables(without: environment.map(\.name)) + [nil]
    var processID: pid_t = 0
    let code = posix_spawnp(&processID, words.first ?? "", &streams, &attributes, &arguments, &variables)
    guard code == 0 else {
      let isMissing = code == ENOENT || code == ENOTDIR
      let reason = strerror(code).map { String(cString: $0) } ?? "error \(code)"
      throw CommandFailure(status: isMissing ? 127 : 126, message: "cannot run \(words.first ?? ""): \(reason)")
    }
    self.processID = processID
  }

  /// Sends a signal, unless the command has ended.
  func send(_ signal: Int32) {
    isRunning.withLock { isRunning in
      if isRunning { _ = kill(processID, signal) }
    }
  }

  /// Waits for the command to end; call this only once.
  func wait() async -> CommandEnding {
    await withCheckedContinuation { continuation in
      DispatchQueue(label: "willcall.exec").async { continuation.resume(returning: self.waitBlocking()) }
    }
  }

  private func waitBlocking() -> CommandEnding {
    if getpid() == 1 { reapOrphans() }
    // First wait without freeing the process id, then free it under the lock, so that no signal goes astray in between.
    var info = siginfo_t()
    while waitid(P_PID, id_t(processID), &info, WEXITED | WNOWAIT) != 0, errno == EINTR {}
    return isRunning.withLock { isRunning in
      var status: Int32 = 0
      while waitpid(processID, &status, 0) < 0, errno == EINTR {}
      isRunning = false
      return CommandEnding(waitStatus: status)
    }
  }

  /// Reaps orphaned processes until the command itself has ended: process 1 of a container inherits them, and nobody
  /// else could reap them.
  private func reapOrphans() {
    while true {
      var info = siginfo_t()
      guard waitid(P_ALL, 0, &info, WEXITED | WNOWAIT) == 0 else {
        if errno == EINTR { continue }
        return
      }
      let ended = processNumber(of: info)
      if ended == processID { return }
      var status: Int32 = 0
      waitpid(ended, &status, 0)
    }
  }

  /// Gives the command the signal state that programs expect: none blocked, and the handled ones at their defaults.
  private static func attributes(ignoring ignoredSignals: Set<Int32>, isDetached: Bool) -> posix_spawnattr_t {
    #if canImport(Darwin)
      var attributes: posix_spawnattr_t?
    #else
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawnattr_init(&attributes)
    var blocked = sigset_t()
    sigemptyset(&blocked)
    posix_spawnattr_setsigmask(&attributes, &blocked)
    var defaults = sigset_t()
    sigemptyset(&defaults)
    // Only this process wants SIGPIPE to be ignored.
    for signal in ForwardedSignals.numbers + [SIGPIPE] where !ignoredSignals.contains(signal) {
      sigaddset(&defaults, signal)
    }
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    let group = isDetached ? POSIX_SPAWN_SETPGROUP : 0
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | group))
    return attributes
  }

  /// The standard streams: those of this process, or none.
  private static func streams(isDetached: Bool) -> posix_spawn_file_actions_t {
    #if canImport(Darwin)
      var streams: posix_spawn_file_actions_t?
    #else
      var streams = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&streams)
    if isDetached {
      for descriptor in STDIN_FILENO...STDERR_FILENO {
        posix_spawn_file_actions_addopen(&streams, descriptor, "/dev/null", O_RDWR, 0)
      }
    }
    return streams
  }

  /// The variables of this process except the named ones, each as `NAME=VALUE`, byte for byte.
  private static func inheritedVariables(without names: [String]) -> [UnsafeMutablePointer<CChar>?] {
    #if canImport(Darwin)
      var next = _NSGetEnviron().pointee
    #else
      var next = environ
    #endif
    var variables: [UnsafeMutablePointer<CChar>?] = []
    while let variable = next.pointee {
      let isReplaced = names.contains { strncmp(variable, "\($0)=", $0.utf8.count + 1) == 0 }
      if !isReplaced { variables.append(variable) }
      next += 1
    }
    return variables
  }
}

/// `si_pid`, which is a macro in some C libraries.
private func processNumber(of info: siginfo_t) -> pid_t {
  #if canImport(Glibc)
    info._sifields._sigchld.si_pid
  #elseif canImport(Musl)
    info.__si_fields.__si_common.__first.__piduid.si_pid
  #else
    info.si_pid
  #endif
}
