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
    if known.isEmpty { known = Array(repeating: 0, count: Int(Self.size)) }
    let place = Int(folded % Self.size)
    if known[place] == folded { return nil }
    if let holder = office.holder(of: id) { return holder }
    known[place] = folded
    return nil
  }
}

extension SandboxState {
  /// What else in the sandbox has the same id as a device.
  ///
  /// - Parameter folded: the id, folded.
  package mutating func holder(ofDevice id: String, folded: UInt64) -> BoxOffice.Issued? {
    deviceCheck.holder(of: id, folded: folded, in: boxOffice)
  }
}
