/// Who was told to have which seat, and when; moments are counted, not measured.
struct ContentionRecord {
  /// A seat that a cart was told to hold.
  struct Hold {
    let cart: String
    let seat: Int
    /// When it was asked for, and when the answer was there: it began in between.
    let asked: Int
    let told: Int
    /// When its end was asked for, and when the answer was there; `nil`: it holds.
    var end: (asked: Int, told: Int)?
  }

  private var holds: [Hold] = []
  private var refusals: [(seat: Int, asked: Int, told: Int)] = []

  mutating func hold(_ hold: Hold) {
    holds.append(hold)
  }

  mutating func end(_ cart: String, asked: Int, told: Int) {
    for place in holds.indices where holds[place].cart == cart && holds[place].end == nil {
      holds[place].end = (asked, told)
    }
  }

  mutating func refuse(seat: Int, asked: Int, told: Int) {
    refusals.append((seat, asked, told))
  }

  /// Why what was told cannot be true; `nil` if it can.
  func problem() -> String? {
    let bySeat = Dictionary(grouping: holds, by: \.seat)
    for (seat, holds) in bySeat {
      let inOrder = holds.sorted { $0.told < $1.told }
      // From its answer on, until its end is asked for, a hold is certain; two such spans must not meet.
      for (former, latter) in zip(inOrder, inOrder.dropFirst()) where former.end.map({ $0.asked > latter.told }) ?? true
      {
        return "seat \(seat): \(former.cart) still had it when \(latter.cart) was told so"
      }
    }
    for refusal in refusals {
      let isExcused = bySeat[refusal.seat, default: []].contains { hold in
        hold.asked < refusal.told && hold.end.map { $0.told > refusal.asked } ?? true
      }
      if !isExcused { return "seat \(refusal.seat) was refused at \(refusal.asked) though nobody can have had it" }
    }
    return nil
  }
}
