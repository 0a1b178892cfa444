public import Determinism

/// A time zone: its IANA name and the rule for its clocks; needs no files or system calls.
///
/// The rule is a POSIX `TZ` value (POSIX.1-2024 section 8.3, with the wider transition times of RFC 9636 section 3.3.2)
/// such as `EST5EDT,M3.2.0,M11.1.0`. It is applied to all years, so dates before a zone's last change of law may be
/// off, as may dates in zones whose changes follow no yearly rule (Morocco and Palestine, which follow Ramadan).
/// Conversions do not allocate.
public struct VenueZone: Sendable, Hashable {
  /// The IANA name, such as `America/New_York`.
  public let name: String
  /// The rule as it was given.
  public let rule: String
  private let standardOffset: Int
  private let daylight: ZoneRule.Daylight?

  /// Makes a zone.
  ///
  /// - Throws: ``ZoneRuleError`` if the rule is not a POSIX `TZ` value that states its offsets and dates.
  public init(name: String, rule: String) throws(ZoneRuleError) {
    let parsed = try ZoneRule(rule)
    self.name = name
    self.rule = rule
    standardOffset = parsed.standardOffset
    daylight = parsed.daylight
  }

  /// The local date and time at an instant.
  public func local(_ instant: Instant) -> CivilDateTime {
    CivilDateTime(secondsSinceEpochUTC: instant.secondsSinceEpoch + Int64(offset(at: instant)))
  }

  /// How far the zone's clocks are ahead of UTC at an instant, in seconds; negative in the west.
  public func offset(at instant: Instant) -> Int {
    offset(atSeconds: instant.secondsSinceEpoch)
  }

  /// The instant at which the zone's clocks show a date and time.
  ///
  /// A time that clocks skip is moved forward by the skipped amount (02:30 becomes 03:30); a time that occurs twice
  /// means its first occurrence.
  public func instant(of local: CivilDateTime) -> Instant {
    let seconds = local.secondsSinceEpochUTC
    let standard = seconds - Int64(standardOffset)
    guard let daylight else { return Instant(secondsSinceEpoch: standard) }
    let saving = seconds - Int64(daylight.offset)
    switch (offset(atSeconds: standard) == standardOffset, offset(atSeconds: saving) == daylight.offset) {
    case (true, false): return Instant(secondsSinceEpoch: standard)
    case (false, true): return Instant(secondsSinceEpoch: saving)
    case (true, true): return Instant(secondsSinceEpoch: min(standard, saving))
    case (false, false): return Instant(secondsSinceEpoch: max(standard, saving))
    }
  }

  /// Finds the rule in the footer of a system zoneinfo file.
  ///
  /// - Parameter bytes: a whole TZif file of version 2 or later (RFC 9636).
  /// - Returns: `nil` if the bytes are not such a file or the footer is empty; the rule itself is not checked.
  public static func rule(fromZoneinfo bytes: [UInt8]) -> String? {
    let newline = UInt8(ascii: "\n")
    guard bytes.starts(with: "TZif".utf8), bytes.count > 44, bytes[4] >= UInt8(ascii: "2"), bytes.last == newline
    else { return nil }
    // The rule contains no line break, so it is the text between the last two.
    let body = bytes.dropLast()
    guard let before = body.lastIndex(of: newline) else { return nil }
    let footer = body[(before + 1)...]
    guard !footer.isEmpty, footer.allSatisfy({ $0 > 0x20 && $0 < 0x7f }) else { return nil }
    return String(decoding: footer, as: UTF8.self)
  }

  private func offset(atSeconds seconds: Int64) -> Int {
    guard let daylight else { return standardOffset }
    // Transitions may fall up to a week outside their year. The last one is nearly always found at once.
    let year = CivilDateTime(secondsSinceEpochUTC: seconds + 8 * 86_400).date.year
    for candidate in stride(from: year, through: year - 2, by: -1) {
      let begins = daylight.begins.seconds(inYear: candidate) - Int64(standardOffset)
      let ends = daylight.ends.seconds(inYear: candidate) - Int64(daylight.offset)
      guard min(begins, ends) <= seconds else { continue }
      // Where an end coincides with a beginning, nothing changes: daylight saving time simply continues.
      if begins <= seconds, begins >= ends || ends > seconds { return daylight.offset }
      return standardOffset
    }
    return standardOffset
  }
}
