/// Where a compaction stands after a byte, as far as it matters for what the next one costs.
enum PDF417Mode: Hashable {
  /// Text, and whether the last codeword has room for another value.
  case text(PDF417TextMode, isHalf: Bool)
  /// Bytes, and how many of a group of six are written: 0 to 5.
  case bytes(phase: Int)
  /// Digits, and how many of a group of 44 are written: 0 to 43.
  case digits(phase: Int)

  /// How every symbol begins.
  static let initial = PDF417Mode.text(.upper, isHalf: false)

  /// All of them.
  static let all: [PDF417Mode] =
    PDF417TextMode.allCases.flatMap { [.text($0, isHalf: false), .text($0, isHalf: true)] }
    + (0..<6).map { .bytes(phase: $0) } + (0..<44).map { .digits(phase: $0) }

  /// The place in ``all``.
  var place: Int {
    switch self {
    case .text(let mode, let isHalf): mode.rawValue * 2 + (isHalf ? 1 : 0)
    case .bytes(let phase): 8 + phase
    case .digits(let phase): 14 + phase
    }
  }

  /// What it costs to leave this mode for the start of another kind, in halves of a codeword: the latch, and a half that
  /// stays empty.
  private var costOfLatch: Int {
    if case .text(_, isHalf: true) = self { return 3 }
    return 2
  }

  /// The ways to write a byte from here, each with its cost in halves of a codeword.
  func steps(for byte: UInt8) -> [(mode: PDF417Mode, cost: Int)] {
    var steps: [(PDF417Mode, Int)] = []
    if case .text(let mode, let isHalf) = self {
      Self.appendTextSteps(for: byte, from: mode, isHalf: isHalf, cost: 0, to: &steps)
    } else {
      Self.appendTextSteps(for: byte, from: .upper, isHalf: false, cost: costOfLatch, to: &steps)
    }
    if case .bytes(let phase) = self {
      // Five codewords hold six bytes.
      steps.append((.bytes(phase: (phase + 1) % 6), phase == 5 ? 0 : 2))
    } else {
      steps.append((.bytes(phase: 1), costOfLatch + 2))
    }
    if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
      if case .digits(let phase) = self {
        // So many digits take a third of that, and one, codewords; 44 take 15.
        steps.append((.digits(phase: (phase + 1) % 44), phase == 0 || (phase + 1) % 3 == 0 ? 2 : 0))
      } else {
        steps.append((.digits(phase: 1), costOfLatch + 2))
      }
    }
    return steps
  }

  private static func appendTextSteps(
    for byte: UInt8, from mode: PDF417TextMode, isHalf: Bool, cost: Int, to steps: inout [(PDF417Mode, Int)]
  ) {
    for other in PDF417TextMode.allCases {
      guard let values = mode.writing(byte, endingIn: other) else { continue }
      steps.append((.text(other, isHalf: isHalf != (values.count % 2 == 1)), cost + values.count))
    }
  }
}
