package import Determinism

/// How availability prints an instant: `2019-10-19 23:00:00.0`, in UTC, which it does not say.
package enum PlainDateTime {
  /// The text; what is beyond a tenth of a second is cut off.
  package static func text(of instant: Instant) -> String {
    let text = instant.rfc3339
    let (date, time) = (text.prefix(10), text.dropFirst(11).prefix(8))
    let fraction = text.dropFirst(19)
    let tenth = fraction.first == "." ? fraction.dropFirst().prefix(1) : "0"
    return "\(date) \(time).\(tenth)"
  }
}
