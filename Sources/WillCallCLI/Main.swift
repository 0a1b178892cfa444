import ArgumentParser
import WillCall

/// The entry point: parses, runs, and leaves with the exit status that the documentation promises.
@main
enum Main {
  static func main() async {
    StandardStreams.prepare()
    WillCall.prepare()
    do {
      var command = try WillCallCommand.parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      leave(with: error)
    }
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
      StandardStreams.exit(0)
    case .validationFailure:
      StandardStreams.error(message)
      StandardStreams.exit(2)
    case let code:
      if !message.isEmpty { StandardStreams.error(message) }
      StandardStreams.exit(code.rawValue)
    }
  }
}
