public import Determinism

/// The time from which tokens are delivered, in the forms that scenarios use.
public enum DeliveryInstant: Sendable, Hashable {
  /// `"2026-12-05"`: from 00:00 in the event's zone.
  case date(CivilDate)
  /// `"2026-12-05T18:00:00Z"`.
  case instant(Instant)
  /// `"+PT2M"`: this long after the order was placed.
  case afterOrder(Duration)
  /// `"-P1D"`: this long before the event starts.
  case beforeEvent(Duration)
  /// `"start+P3D"`: from 00:00 in the event's zone, this many days after the sandbox started.
  case daysAfterStart(Int)

  /// Reads one of the five forms.
  ///
  /// Dates must be in the years 2000 to 2099. Durations are ISO 8601 with at most four digits before a decimal point;
  /// after the sandbox's start, only days or weeks are allowed.
  ///
  /// - Returns: `nil` for anything else.
  public init?(_ text: String) {
    if text.hasPrefix("start+") {
      guard let days = Self.days(text.dropFirst(6)) else { return nil }
      self = .daysAfterStart(days)
    } else if text.hasPrefix("+") {
      guard let duration = Self.duration(text.dropFirst()) else { return nil }
      self = .afterOrder(duration)
    } else if text.hasPrefix("-") {
      guard let duration = Self.duration(text.dropFirst()) else { return nil }
      self = .beforeEvent(duration)
    } else if let date = CivilDate(iso8601: text), text.hasPrefix("20") {
      self = .date(date)
    } else if let instant = Instant(scenario: text) {
      self = .instant(instant)
    } else {
      return nil
    }
  }

  /// The forms, for messages.
  static let forms =
    "a date from 2000 to 2099, an RFC 3339 instant, or a duration such as \"+PT2M\", \"-P1D\" or \"start+P3D\""

  static func duration(_ text: Substring) -> Duration? {
    guard text.hasPrefix("P"), hasShortNumbers(text) else { return nil }
    return Duration(iso8601: text)
  }

  /// Reads `P3D` or `P2W`: no other units, no fractions.
  private static func days(_ text: Substring) -> Int? {
    guard text.hasPrefix("P"), let unit = text.last, unit == "D" || unit == "W" else { return nil }
    let digits = text.dropFirst().dropLast()
    guard (1...4).contains(digits.utf8.count), digits.utf8.allSatisfy(isDigit), let number = Int(digits) else {
      return nil
    }
    return unit == "W" ? number * 7 : number
  }

  /// Whether no number has more than four digits, not counting those of a fraction.
  private static func hasShortNumbers(_ text: Substring) -> Bool {
    var run = 0
    var isFraction = false
    for byte in text.utf8 {
      if isDigit(byte) {
        run += 1
        if run > 4, !isFraction { return false }
      } else {
        isFraction = byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
        run = 0
      }
    }
    return true
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
}

extension Instant {
  /// The form that ``init(scenario:)`` reads, for messages.
  static let scenarioForm = "an RFC 3339 instant from 2000 to 2099 such as \"2026-12-01T18:00:00Z\""

  /// Reads an RFC 3339 instant in the years 2000 to 2099, by the year as written, without leap seconds.
  init?(scenario text: String) {
    let isLeapSecond = text.utf8.dropFirst(17).starts(with: "60".utf8)
    guard text.hasPrefix("20"), !isLeapSecond else { return nil }
    self.init(rfc3339: text)
  }
}
