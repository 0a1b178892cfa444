/// Tells that a header field is not in a section, in most cases without a look at its lines.
///
/// A set of 64 kinds of names, by their length and their first and last letter without case.
struct NameFilter: Sendable {
  private var kinds: UInt64 = 0

  /// A filter that lets every name pass.
  static var all: NameFilter {
    var filter = NameFilter()
    filter.kinds = .max
    return filter
  }

  /// A filter that lets these names pass.
  init(_ names: [String] = []) {
    for name in names {
      var name = name
      name.withUTF8 { insert($0) }
    }
  }

  /// Records that a name is there.
  mutating func insert(_ name: UnsafeBufferPointer<UInt8>) { kinds |= Self.kind(of: name) }

  /// Records the names of another filter.
  mutating func formUnion(_ other: NameFilter) { kinds |= other.kinds }

  /// Whether a name may be there.
  func mayContain(_ name: UnsafeBufferPointer<UInt8>) -> Bool { kinds & Self.kind(of: name) != 0 }

  /// Whether a name of another filter may be there.
  func mayShare(with other: NameFilter) -> Bool { kinds & other.kinds != 0 }

  /// The factors separate the names that every request has from those that the service looks for.
  private static func kind(of name: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard let first = name.first, let last = name.last else { return 0 }
    return 1 &<< (UInt64(truncatingIfNeeded: name.count) &* 4 ^ UInt64(first | 0x20) ^ UInt64(last | 0x20) &* 7)
  }
}
