/// Facts that belong together and that many exchanges have none of.
protocol Part: Sendable {
  init()
}

extension Optional where Wrapped: Part {
  /// Changes the part in place, beginning with an empty one if there is none.
  @inline(__always)
  mutating func change(_ change: (inout Wrapped) -> Void) {
    if self == nil { self = Wrapped() }
    change(&self!)
  }
}
