import CommandArguments
import WillCall

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The entry point: reads the command line, runs the command, and exits with the documented status.
@main
enum Main {
  static func main() {
    StandardStreams.prepare()
    do throws(CommandFailure) {
      let words = try ProgramArguments.words()
      switch try read(words) {
      case .print(let text):
        StandardStreams.output(text)
        StandardStreams.finish()
      case .run(let command):
        if command is any ServingCommand {
          try SpareDescriptors.check()
          WillCall.prepare()
        }
        if command is any ServerCommand { StandardStreams.queue() }
        run(command)
      }
    } catch {
      leave(with: error)
    }
  }

  private static func read(_ words: [String]) throws(CommandFailure) -> CommandLineReader.Request {
    do throws(CommandLineReader.Mistake) {
      return try CommandLineReader(WillCallCommand.group, version: WillCall.version).read(words)
    } catch {
      throw .usage("\(error.message)\nSee '\(error.help)'.")
    }
  }

  /// Runs a command to its end while this thread waits.
  ///
  /// An asynchronous `main` would end this thread instead. For that, a static executable first sorts its tables for
  /// stack unwinding, which is ten times the work of starting and permanently takes two megabytes.
  private static func run(_ command: any Command) -> Never {
    Task.detached {
      do {
        try await command.run()
        // A server has done its job, whether or not its lines were read.
        if command is any ServerCommand { StandardStreams.exit(0) }
        StandardStreams.finish()
      } catch {
        leave(with: error)
      }
    }
    // The parent process may have blocked signals, and all other threads block them, so this thread receives them.
    var none = sigset_t()
    sigemptyset(&none)
    while true { sigsuspend(&none) }
  }

  private static func leave(with error: any Error) -> Never {
    let failure = error as? CommandFailure ?? .runtime("\(error)")
    StandardStreams.error("willcall: \(failure.message)")
    StandardStreams.exit(failure.status)
  }
}
