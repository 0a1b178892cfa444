import Glibc

/// Plays whole purchases as many clients, as fast as they are answered, and prints how many there were a second.
///
/// A generator of its own, because one that runs scripts takes almost half of the processors that it measures.
///
/// ```
/// swift build -c release --package-path Benchmarks/flow
/// Benchmarks/flow/.build/release/flow --url http://127.0.0.1:8490 [--seconds 3] [--connections 16] [--threads 2]
///   [--purchases-per-key 150]
/// ```
///
/// It ends with exit status 1, and says why, at the first answer that is not 200.
@main
enum Main {
  static func main() {
    do throws(Failure) {
      let options = try Options(CommandLine.arguments.dropFirst())
      let loops = try (0..<options.threads).map { thread throws(Failure) in try Loop(thread: thread, options: options) }
      let start = ContinuousClock.now
      let threads = loops.map { $0.start(until: start + .seconds(options.seconds)) }
      for thread in threads { pthread_join(thread, nil) }
      let seconds = (ContinuousClock.now - start) / .seconds(1)
      let purchases = loops.reduce(0) { $0 + $1.purchases }
      print("failed 0")
      print("rate \((Double(purchases) / seconds * 10).rounded() / 10)")
    } catch {
      stop(error)
    }
  }

  /// Ends the process with a line on standard error; the first thread that fails ends all.
  static func stop(_ failure: Failure) -> Never {
    let line = failure.message + "\n"
    write(STDERR_FILENO, line, line.utf8.count)
    exit(1)
  }
}
