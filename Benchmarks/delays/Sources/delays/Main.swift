import Glibc

/// Measures how precise delayed answers are while thousands of them are pending.
///
/// The server and its client are two processes, for each has a descriptor a connection. The client opens all
/// connections, then sends one request on each, evenly over one second, that asks for a delay from 1000 to 2000 ms.
///
/// ```
/// swift run -c release --package-path Benchmarks/delays delays [COUNT]
/// ```
///
/// On a machine that does other work as well, run the binary under `chrt -r 5`: else it measures how long other
/// processes kept the processors.
@main
enum Main {
  static func main() async throws {
    let arguments = CommandLine.arguments
    if arguments.count == 4, arguments[1] == "client", let port = UInt16(arguments[2]), let count = Int(arguments[3]) {
      DelayClient(port: port, count: count).run()
    } else {
      try await DelayServer().run(count: arguments.count > 1 ? Int(arguments[1]) ?? 10_000 : 10_000)
    }
  }

  /// The delay of a request, the same in each run: spread over 1000 to 2000 ms.
  static func delay(of number: Int) -> Duration {
    .microseconds(1_000_000 + number * 7919 % 1_000_000)
  }

  /// One line: the median, p90, p99, p99.9 and the most, in milliseconds.
  static func report(_ name: String, _ errors: [Duration]) {
    let sorted = errors.sorted()
    guard !sorted.isEmpty else { return print("\(name): nothing measured") }
    let figures = [("min", 0.0), ("p50", 0.5), ("p90", 0.9), ("p99", 0.99), ("p99.9", 0.999), ("max", 1)].map {
      name, part in
      let error = sorted[min(sorted.count - 1, Int(Double(sorted.count) * part))]
      return "\(name) \((error / .microseconds(1)).rounded() / 1000)"
    }
    print("\(name): \(figures.joined(separator: ", ")) ms (\(sorted.count))")
  }
}
