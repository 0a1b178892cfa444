package import Determinism

/// How availability prints an instant: `2019-10-19 23:00:00.0`, in UTC but without saying so.
package enum PlainDateTime {
  /// The text of an instant, truncated to a tenth of a second.
  package static func text(of instant: Instant) -> String {
    let text = instant.rfc3339
    let (date, time) = (text.prefix(10), text.dropFirst(11).prefix(8))
    let fraction = text.dropFirst(19)
    let tenth = fraction.first == "." ? fraction.dropFirst().prefix(1) : "0"
    return "\(date) \(time).\(tenth)"
  }
}
