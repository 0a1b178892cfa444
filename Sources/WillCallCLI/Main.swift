import ArgumentParser
import WillCall

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The entry point: parses, runs, and leaves with the exit status that the documentation promises.
@main
enum Main {
  static func main() {
    StandardStreams.prepare()
    if wantsServer(CommandLine.arguments.dropFirst().first) { WillCall.prepare() }
    do {
      var command = try WillCallCommand.parseAsRoot()
      guard let asynchronous = command as? any AsyncParsableCommand else {
        try command.run()
        StandardStreams.finish()
      }
      run(asynchronous)
    } catch {
      leave(with: error)
    }
  }

  /// Whether a command line that begins like this starts a server, before it is parsed.
  private static func wantsServer(_ word: String?) -> Bool {
    switch word {
    case nil, "serve", "exec", "walkthrough": true
    case "--version", "--help", "-h": false
    case let word?: word.hasPrefix("-")
    }
  }

  /// Runs a command to its end while this thread waits.
  ///
  /// An asynchronous `main` would end this thread instead, for which a static executable first sorts the tables by which
  /// the stack is unwound: ten times the work of starting, and two megabytes that stay.
  private static func run(_ command: sending any AsyncParsableCommand) -> Never {
    Task.detached {
      do {
        var command = command
        try await command.run()
        // A server has done what it is for, whoever read its lines.
        if command is ServeCommand { StandardStreams.exit(0) }
        StandardStreams.finish()
      } catch {
        leave(with: error)
      }
    }
    // Whoever started this process may have had signals blocked, and all other threads block them: here they arrive.
    var none = sigset_t()
    sigemptyset(&none)
    while true { sigsuspend(&none) }
  }

  /// 0 for help and version, 2 for bad usage, else 1; ``CommandFailure`` carries its own status.
  private static func leave(with error: any Error) -> Never {
    if let failure = error as? CommandFailure {
      StandardStreams.error("willcall: \(failure.message)")
      StandardStreams.exit(failure.status)
    }
    let message = WillCallCommand.fullMessage(for: error)
    switch WillCallCommand.exitCode(for: error) {
    case .success:
      if !message.isEmpty { StandardStreams.output(message) }
      StandardStreams.finish()
    case .validationFailure:
      StandardStreams.error(message)
      StandardStreams.exit(2)
    case let code:
      if !message.isEmpty { StandardStreams.error(message) }
      StandardStreams.exit(code.rawValue)
    }
  }
}
