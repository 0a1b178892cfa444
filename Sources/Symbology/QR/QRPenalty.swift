/// How badly a QR code reads (ISO/IEC 18004, 7.8.3): less is better.
enum QRPenalty {
  /// The sum of all four rules.
  static func of(_ matrix: QRMatrix) -> Int {
    let size = matrix.version.size
    let modules = matrix.modules
    var penalty = 0
    for line in 0..<size {
      penalty += ofLine((0..<size).map { modules[line * size + $0] })
      penalty += ofLine((0..<size).map { modules[$0 * size + line] })
    }
    for row in 0..<size - 1 {
      for column in 0..<size - 1 {
        let place = row * size + column
        let color = modules[place]
        if modules[place + 1] == color, modules[place + size] == color, modules[place + size + 1] == color {
          penalty += 3
        }
      }
    }
    let dark = modules.reduce(0) { $0 + ($1 ? 1 : 0) }
    // Ten for each whole 5 % that the dark ones are away from a half.
    penalty += abs(dark * 20 - modules.count * 10) / modules.count * 10
    return penalty
  }

  /// Long runs of a color, and what looks like a finder, in a row or column; outside all is light.
  static func ofLine(_ line: [Bool]) -> Int {
    var penalty = 0
    var runs: [Int] = []
    var start = 0
    for place in 1...line.count where place == line.count || line[place] != line[start] {
      let length = place - start
      if length >= 5 { penalty += length - 2 }
      runs.append(length)
      start = place
    }
    // So that dark runs have odd places, and there is a light one at each end.
    if line[0] { runs.insert(0, at: 0) }
    if runs.count.isMultiple(of: 2) { runs.append(0) }
    runs[0] += line.count
    runs[runs.count - 1] += line.count
    for place in stride(from: 1, to: runs.count - 5, by: 2) {
      let unit = runs[place]
      guard runs[place + 1] == unit, runs[place + 2] == 3 * unit, runs[place + 3] == unit, runs[place + 4] == unit
      else {
        continue
      }
      if runs[place - 1] >= 4 * unit { penalty += 40 }
      if runs[place + 5] >= 4 * unit { penalty += 40 }
    }
    return penalty
  }
}
