import Determinism

/// The certificates that a sandbox has given out, one for each day of its clock, in the order of their first time.
///
/// A certificate belongs to a day in UTC and is given out on that day alone. It is good for a day after it was given out
/// last, so that whoever keeps one for 24 hours, as the documents say, is always right. How it is made is not known here.
struct CertificateBook: Sendable {
  /// A certificate that was given out.
  struct Entry: Sendable, Hashable {
    /// Its day, counted from 1970-01-01.
    let day: Int64
    /// When it was given out last.
    var lastGivenOut: Instant

    /// When it has expired.
    var expiry: Instant { lastGivenOut + CertificateBook.life }
  }

  /// How long a certificate is good; the documents say 24 hours.
  static let life = Duration.seconds(24 * 3600)
  /// How many are remembered, so that an expired one can be told from one that never was.
  static let limit = 200

  var entries: [Entry] = []

  /// The certificate to give out now; noted as given out.
  mutating func giveOut(now: Instant) -> Entry {
    let entry = Entry(day: Self.day(of: now), lastGivenOut: now)
    if let place = entries.firstIndex(where: { $0.day == entry.day }) {
      // Earlier than before, if the clock was reset.
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
