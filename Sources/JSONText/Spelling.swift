/// Finds the name that was probably meant.
package enum Spelling {
  /// The first of the nearest candidates, at most two edits away, or a third of its length if that is more.
  package static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
    let written = Array(name.utf8)
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let meant = Array(candidate.utf8)
      let limit = max(2, meant.count / 3)
      guard abs(meant.count - written.count) <= limit else { continue }
      let distance = distance(from: written, to: meant)
      // Part of the name must be left: "a" is not a misspelling of "id".
      guard distance <= limit, distance < meant.count, distance < best?.distance ?? .max else { continue }
      best = (candidate, distance)
    }
    return best?.candidate
  }

  /// How many insertions, deletions, replacements and swaps of neighbours turn one text into the other.
  package static func distance(from first: [UInt8], to second: [UInt8]) -> Int {
    var previous = Array(0...second.count)
    // Not read before the second row.
    var beforePrevious = previous
    var current = previous
    for (row, byte) in first.enumerated() {
      current[0] = row + 1
      for (column, other) in second.enumerated() {
        var cost = min(previous[column + 1] + 1, current[column] + 1, previous[column] + (byte == other ? 0 : 1))
        if row > 0, column > 0, byte == second[column - 1], first[row - 1] == other {
          cost = min(cost, beforePrevious[column - 1] + 1)
        }
        current[column + 1] = cost
      }
      swap(&beforePrevious, &previous)
      swap(&previous, &current)
    }
    return previous[second.count]
  }
}
