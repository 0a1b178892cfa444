/// Makes a list of steps that fails short, so that a person can read what is wrong.
enum Shrinker {
  /// A list that still fails, of which nothing can be left out and nothing be made simpler.
  ///
  /// - Parameters:
  ///   - simpler: what to try instead of a step, each of them closer to nothing than the step.
  ///   - fails: whether a list fails; it must give the same answer each time.
  static func shortest<Step>(_ steps: [Step], simpler: (Step) -> [Step], fails: ([Step]) -> Bool) -> [Step] {
    var best = steps
    while true {
      let isShorter = leaveOut(&best, fails)
      let isSimpler = simplify(&best, simpler, fails)
      if !isShorter, !isSimpler { return best }
    }
  }

  /// Leaves out parts, long ones first; whether any could be.
  private static func leaveOut<Step>(_ best: inout [Step], _ fails: ([Step]) -> Bool) -> Bool {
    let count = best.count
    var length = max(1, best.count / 2)
    while true {
      var end = best.count
      while end > 0 {
        let start = max(0, end - length)
        let rest = Array(best[..<start] + best[end...])
        if fails(rest) { best = rest }
        end = start
      }
      if length == 1 { return best.count < count }
      length /= 2
    }
  }

  private static func simplify<Step>(
    _ best: inout [Step], _ simpler: (Step) -> [Step], _ fails: ([Step]) -> Bool
  ) -> Bool {
    var hasChanged = false
    for place in best.indices {
      while let step = simpler(best[place]).first(where: { step in
        var others = best
        others[place] = step
        return fails(others)
      }) {
        best[place] = step
        hasChanged = true
      }
    }
    return hasChanged
  }
}
