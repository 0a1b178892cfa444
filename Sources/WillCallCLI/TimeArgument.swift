import ArgumentParser
import Determinism

/// An instant on the command line: RFC 3339 or Unix seconds.
struct TimeArgument: ExpressibleByArgument {
  /// The instant.
  let instant: Instant

  init?(argument: String) {
    if let instant = Instant(rfc3339: argument) {
      self.instant = instant
    } else if let seconds = Int64(argument) {
      instant = Instant(secondsSinceEpoch: seconds)
    } else {
      return nil
    }
  }
}
