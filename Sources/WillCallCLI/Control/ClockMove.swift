import Determinism

/// What `willcall clock` does to a clock.
enum ClockMove: Sendable, Hashable {
  case show
  case advance(Duration)
  case set(Instant)
  case freeze
  case resume
  /// Run at this many sandbox seconds per real second.
  case rate(Double)
  /// Move backwards, which no clock does.
  case back

  /// What the message about an invalid value says is expected.
  static let expected =
    "now, freeze, resume, a time such as 2026-12-01T18:00:00Z, a duration such as +3d, +1h30m or PT5M, or a rate "
    + "such as x60"

  /// - Returns: `nil` for anything else.
  init?(_ text: String) {
    switch text {
    case "now": self = .show
    case "freeze": self = .freeze
    case "resume": self = .resume
    case _ where text.hasPrefix("x"):
      guard let rate = Double(text.dropFirst()), (0...1_000_000).contains(rate) else { return nil }
      self = .rate(rate)
    case _ where text.hasPrefix("-"):
      guard Self.duration(text.dropFirst()) != nil else { return nil }
      self = .back
    case _ where text.hasPrefix("+"):
      guard let duration = Self.duration(text.dropFirst()) else { return nil }
      self = .advance(duration)
    default:
      if let instant = TimeArgument.parse(text) {
        self = .set(instant)
      } else if let duration = Self.duration(text[...]) {
        self = .advance(duration)
      } else {
        return nil
      }
    }
  }

  /// Reads an ISO 8601 duration, or numbers followed by the letters `w`, `d`, `h`, `m` and `s`.
  private static func duration(_ text: Substring) -> Duration? {
    if text.hasPrefix("P") { return Duration(iso8601: text) }
    var rest = text.lowercased()[...]
    var total = Duration.zero
    while !rest.isEmpty {
      let number = rest.prefix { $0 == "." || ("0"..."9").contains($0) }
      rest = rest.dropFirst(number.count)
      guard let letter = rest.popFirst(), "wdhms".contains(letter) else { return nil }
      let isDate = letter == "w" || letter == "d"
      let part = Duration(iso8601: "P\(isDate ? "" : "T")\(number)\(letter.uppercased())")
      // At most a century, so that no sum can overflow.
      guard let part, part <= .seconds(36_525 * 86_400), total <= .seconds(36_525 * 86_400) else { return nil }
      total += part
    }
    return text.isEmpty ? nil : total
  }

  /// The request body for the move; `nil` if nothing is to change.
  var body: String? {
    switch self {
    case .show, .back: nil
    case .advance(let duration): "{\"advance\":\"\(duration.iso8601)\"}"
    case .set(let instant): "{\"set\":\"\(instant.rfc3339)\"}"
    case .freeze: "{\"freeze\":true}"
    case .resume: "{\"resume\":true}"
    case .rate(let rate): "{\"rate\":\(rate)}"
    }
  }
}
