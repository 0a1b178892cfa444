import Determinism

/// The certificates that a sandbox has given out, one for each day of its clock, in the order of first issue.
///
/// A certificate belongs to a day in UTC and is given out only on that day. It stays valid for a day after it was last
/// given out, so clients may always keep one for 24 hours, as the documents say. How it is made is not known here.
struct CertificateBook: Sendable {
  /// A certificate that was given out.
  struct Entry: Sendable, Hashable {
    /// Its day, counted from 1970-01-01.
    let day: Int64
    /// When it was last given out.
    var lastGivenOut: Instant

    /// When it expires.
    var expiry: Instant { lastGivenOut + CertificateBook.life }
  }

  /// How long a certificate is valid; the documents say 24 hours.
  static let life = Duration.seconds(24 * 3600)
  /// How many are remembered, so that an expired certificate can be told from one that never existed.
  static let limit = 200

  var entries: [Entry] = []

  /// Returns the certificate to give out now, and notes that it was.
  mutating func giveOut(now: Instant) -> Entry {
    let entry = Entry(day: Self.day(of: now), lastGivenOut: now)
    if let place = entries.firstIndex(where: { $0.day == entry.day }) {
      // This may be earlier than before, if the clock was reset.
      entries[place].lastGivenOut = now
    } else {
      entries.append(entry)
      if entries.count > Self.limit { entries.removeFirst() }
    }
    return entry
  }

  /// The day of an instant, counted from 1970-01-01 in UTC.
  static func day(of instant: Instant) -> Int64 {
    Int64(CivilDateTime(secondsSinceEpochUTC: instant.secondsSinceEpoch).date.daysSinceEpoch)
  }
}
