/// Writes a text as few codewords as text, byte and numeric compaction allow (ISO/IEC 15438, 5.4).
enum PDF417Compaction {
  /// The codewords of a text: without the one that counts them, without filling.
  ///
  /// Complexity: O(length).
  static func codewords(of text: String) -> [Int] {
    let bytes = Array(text.utf8)
    var codewords = bytes.allSatisfy { $0 < 0x80 } ? [] : [927, 26]  // An ECI: UTF-8.
    var previous = PDF417Mode.initial
    var values: [Int] = []
    var place = 0
    let path = cheapestPath(through: bytes)
    while place < bytes.count {
      let first = place
      switch path[place] {
      case .text:
        var mode = PDF417TextMode.upper
        if case .text(let running, _) = previous { mode = running } else { codewords.append(900) }
        while place < bytes.count, case .text(let next, _) = path[place] {
          values += mode.writing(bytes[place], endingIn: next) ?? []
          mode = next
          place += 1
        }
        if !values.count.isMultiple(of: 2) { values.append(PDF417TextMode.filler) }
        codewords += stride(from: 0, to: values.count, by: 2).map { values[$0] * 30 + values[$0 + 1] }
        values = []
      case .bytes:
        while place < bytes.count, case .bytes = path[place] { place += 1 }
        codewords += byteCodewords(of: bytes[first..<place])
      case .digits:
        while place < bytes.count, case .digits = path[place] { place += 1 }
        codewords += digitCodewords(of: bytes[first..<place])
      }
      previous = path[place - 1]
    }
    return codewords
  }

  /// The mode after each byte on the cheapest way through all of them.
  private static func cheapestPath(through bytes: [UInt8]) -> [PDF417Mode] {
    let modes = PDF417Mode.all
    var costs = [Int](repeating: .max, count: modes.count)
    costs[PDF417Mode.initial.place] = 0
    // Of each byte and mode, the mode before.
    var origins: [[UInt8]] = []
    origins.reserveCapacity(bytes.count)
    for byte in bytes {
      var next = [Int](repeating: .max, count: modes.count)
      var origin = [UInt8](repeating: 0, count: modes.count)
      for mode in modes where costs[mode.place] < .max {
        for step in mode.steps(for: byte) where costs[mode.place] + step.cost < next[step.mode.place] {
          next[step.mode.place] = costs[mode.place] + step.cost
          origin[step.mode.place] = UInt8(mode.place)
        }
      }
      costs = next
      origins.append(origin)
    }
    var place = costs.indices.min { costs[$0] < costs[$1] } ?? 0
    var path: [PDF417Mode] = []
    for origin in origins.reversed() {
      path.append(modes[place])
      place = Int(origin[place])
    }
    return path.reversed()
  }

  /// Byte compaction: six bytes are five codewords, what is left one each.
  static func byteCodewords(of bytes: ArraySlice<UInt8>) -> [Int] {
    var codewords = [bytes.count.isMultiple(of: 6) ? 924 : 901]
    var rest = bytes
    while rest.count >= 6 {
      var number = rest.prefix(6).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      var group = [Int](repeating: 0, count: 5)
      for place in group.indices.reversed() {
        group[place] = Int(number % 900)
        number /= 900
      }
      codewords += group
      rest.removeFirst(6)
    }
    return codewords + rest.map { Int($0) }
  }

  /// Numeric compaction: up to 44 digits after a 1 are one number, written with the base 900.
  static func digitCodewords(of digits: ArraySlice<UInt8>) -> [Int] {
    var codewords = [902]
    var rest = digits
    while !rest.isEmpty {
      // The highest place last.
      var group = [1]
      for digit in rest.prefix(44) {
        var carry = Int(digit - UInt8(ascii: "0"))
        for place in group.indices {
          carry += group[place] * 10
          group[place] = carry % 900
          carry /= 900
        }
        if carry > 0 { group.append(carry) }
      }
      codewords += group.reversed()
      rest = rest.dropFirst(44)
    }
    return codewords
  }
}
