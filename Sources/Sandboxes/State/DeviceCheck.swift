package import BoxOffice

/// Which device ids were found to name nothing else, so that a client's next call with one costs no look-ups.
struct DeviceCheck: Sendable {
  private static let size: UInt64 = 64
  // By the low bits of the folded id; empty until the first.
  private var known: [UInt64] = []

  /// What else has a device's id.
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
  /// What else in the sandbox has a device's id.
  ///
  /// - Parameter folded: the id, folded.
  package mutating func holder(ofDevice id: String, folded: UInt64) -> BoxOffice.Issued? {
    deviceCheck.holder(of: id, folded: folded, in: boxOffice)
  }
}
