import CommandArguments
import WillCall

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The entry point: reads the command line, runs, and leaves with the exit status that the documentation promises.
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
  /// An asynchronous `main` would end this thread instead, for which a static executable first sorts the tables by which
  /// the stack is unwound: ten times the work of starting, and two megabytes that stay.
  private static func run(_ command: any Command) -> Never {
    Task.detached {
      do {
        try await command.run()
        // A server has done what it is for, whoever read its lines.
        if command is any ServerCommand { StandardStreams.exit(0) }
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

  private static func leave(with error: any Error) -> Never {
    let failure = error as? CommandFailure ?? .runtime("\(error)")
    StandardStreams.error("willcall: \(failure.message)")
    StandardStreams.exit(failure.status)
  }
}
