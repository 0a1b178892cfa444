import JSONText

/// Checks which outcomes make sense for which operations.
extension Reading {
  /// Reports the operations of a condition on which an outcome would have no effect.
  mutating func checkScope(of outcome: Outcome, in when: JSONValue) {
    guard let (key, operations) = Self.scope(of: outcome), let operation = when["operation"] else { return }
    let expected = "\(Self.list(operations)): \"\(key)\" has no effect elsewhere"
    let isWildcard = operation.stringEquals("*")
    for element in operation.kind == .array ? Array(operation.elements) : [operation] {
      // Unknown names have been reported already.
      guard let name = element.string, isWildcard || vocabulary.operations.contains(name) else { continue }
      if !operations.contains(name) { note(element.mismatch(expected: expected, found: Self.quoted(name))) }
    }
  }

  /// The key of an outcome and the operations for which it makes sense; `nil` if that is all of them.
  private static func scope(of outcome: Outcome) -> (key: String, operations: [String])? {
    switch outcome {
    case .ticketError: ("ticket", ["securerender"])
    case .token: ("token", ["orders.open", "securerender"])
    case .poll:
      (
        "poll",
        ["cart.reserve", "cart.shipping.set", "cart.commit", "cart.delete", "orders.open", "orders.get"]
      )
    case .inventory: ("inventory", ["availability", "event.details", "cart.reserve"])
    case .error, .respond, .fault, .loseResponse, .unchanged: nil
    }
  }
}
