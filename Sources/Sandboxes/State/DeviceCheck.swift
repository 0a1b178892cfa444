package import BoxOffice

/// Device ids known not to identify anything else, so that a client's next call with one needs no look-ups.
struct DeviceCheck: Sendable {
  private static let size: UInt64 = 64
  // Indexed by the low bits of the folded id; empty until the first.
  private var known: [UInt64] = []

  /// What else has the same id as a device.
  ///
  /// - Parameter folded: the id, folded.
  mutating func holder(of id: String, folded: UInt64, in office: BoxOffice) -> BoxOffice.Issued? {
    if let holder = office.holder(of: id) { return holder }
    if known.isEmpty { known = Array(repeating: 0, count: Int(Self.size)) }
    known[Self.place(of: folded)] = folded
    return nil
  }

  /// Whether a folded device id is known to identify nothing else.
  func knows(_ folded: UInt64) -> Bool { !known.isEmpty && known[Self.place(of: folded)] == folded }

  private static func place(of folded: UInt64) -> Int { Int(folded % size) }
}

extension SandboxState {
  /// What else in the sandbox has the same id as a device.
  ///
  /// - Parameter folded: the id, folded.
  package mutating func holder(ofDevice id: @autoclosure () -> String, folded: UInt64) -> BoxOffice.Issued? {
    // Usually, and then without a look at the box office.
    if deviceCheck.knows(folded) { return nil }
    return deviceCheck.holder(of: id(), folded: folded, in: boxOffice)
  }
}
