/// Characters of a QR code that are written in one mode.
struct QRSegment {
  let mode: QRMode
  let bytes: ArraySlice<UInt8>

  /// Appends mode, count and characters.
  func append(to bits: inout QRBits, version: QRVersion) {
    bits.append(mode.indicator, 4)
    bits.append(bytes.count, mode.countBits(version))
    let values = bytes.map { mode.value(of: $0) ?? 0 }
    switch mode {
    case .numeric:
      for start in stride(from: 0, to: values.count, by: 3) {
        let group = values[start..<min(start + 3, values.count)]
        bits.append(group.reduce(0) { $0 * 10 + $1 }, group.count * 3 + 1)
      }
    case .alphanumeric:
      for start in stride(from: 0, to: values.count, by: 2) {
        let group = values[start..<min(start + 2, values.count)]
        bits.append(group.reduce(0) { $0 * 45 + $1 }, group.count * 5 + 1)
      }
    case .byte:
      for value in values { bits.append(value, 8) }
    }
  }

  /// Divides bytes into the segments that are shortest together in a version and its neighbours.
  ///
  /// Complexity: O(length).
  static func cheapest(for bytes: [UInt8], version: QRVersion) -> [QRSegment] {
    let modes = QRMode.allCases
    let heads = modes.map { (4 + $0.countBits(version)) * 6 }
    var costs = heads
    // Of each byte and mode, the mode of the byte before.
    var origins: [[QRMode]] = []
    for byte in bytes {
      var next = modes.map { _ in Int.max }
      var origin = modes
      for mode in modes where mode.value(of: byte) != nil {
        for previous in modes where costs[previous.rawValue] < .max {
          // A new segment begins with a whole bit.
          let cost = costs[previous.rawValue]
          let start = previous == mode ? cost : (cost + 5) / 6 * 6 + heads[mode.rawValue]
          if origins.isEmpty, previous != mode { continue }
          if start + mode.sixthsPerCharacter < next[mode.rawValue] {
            next[mode.rawValue] = start + mode.sixthsPerCharacter
            origin[mode.rawValue] = previous
          }
        }
      }
      costs = next
      origins.append(origin)
    }
    guard !bytes.isEmpty, var mode = modes.min(by: { costs[$0.rawValue] < costs[$1.rawValue] }) else { return [] }
    var segments: [QRSegment] = []
    var end = bytes.count
    for place in bytes.indices.reversed() {
      let previous = origins[place][mode.rawValue]
      if place == 0 || previous != mode {
        segments.append(QRSegment(mode: mode, bytes: bytes[place..<end]))
        end = place
      }
      mode = previous
    }
    return segments.reversed()
  }
}
