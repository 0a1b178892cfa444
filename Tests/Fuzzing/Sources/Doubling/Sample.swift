/// A request of which each part is made longer in turn.
struct Sample: Sendable {
  let name: String
  /// Does in a new world what must come before, and makes the request; it is the same each time.
  let make: @Sendable (World) -> Message

  init(_ name: String, _ make: @escaping @Sendable (World) -> Message) {
    self.name = name
    self.make = make
  }

  /// A request that needs nothing before it.
  init(
    _ method: String, _ target: String, _ body: String? = nil, headers: KeyValuePairs<String, String> = [:]
  ) {
    let message = Message(method, target, body, headers: headers)
    self.init("\(method) \(message.path)") { _ in message }
  }

  /// Everything that is asked; what takes longest comes first.
  static let all = control.reversed() + partner
}
