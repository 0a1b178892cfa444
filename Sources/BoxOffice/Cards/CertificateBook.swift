import Determinism

/// The certificates that a sandbox has given out, newest last.
///
/// One is given out for an hour and good for a day after its making, so that whoever keeps one for 23 hours is always
/// right. How a certificate is made is not known here.
struct CertificateBook: Sendable {
  /// A certificate that was given out.
  struct Entry: Sendable, Hashable {
    /// Its number in the sandbox, from 1.
    let number: UInt64
    /// From when it is good, a whole second.
    let notBefore: Instant

    /// When it has expired.
    var notAfter: Instant { notBefore + CertificateBook.life }
  }

  /// How long a certificate is good; the documents say 24 hours.
  static let life = Duration.seconds(24 * 3600)
  /// How long it is given out.
  static let turn = Duration.seconds(3600)
  /// How many are remembered, so that an expired one can be told from one that never was.
  static let limit = 200

  var entries: [Entry] = []

  /// The certificate to give out now; a new one if there is none or the last one's turn is over.
  mutating func current(now: Instant) -> Entry {
    // A clock that was reset stands before the last one's beginning.
    if let last = entries.last, last.notBefore <= now, now < last.notBefore + Self.turn { return last }
    let entry = Entry(
      number: (entries.last?.number ?? 0) + 1, notBefore: Instant(secondsSinceEpoch: now.secondsSinceEpoch))
    entries.append(entry)
    if entries.count > Self.limit { entries.removeFirst() }
    return entry
  }
}
