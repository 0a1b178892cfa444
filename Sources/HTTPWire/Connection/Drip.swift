/// The content of an answer that is sent piece by piece.
struct Drip: Sendable {
  private let body: [UInt8]
  private let step: Int
  private let pause: Duration
  private var sent = 0
  private var isAsleep = false

  /// Whether the connection stays open afterwards.
  let keepsAlive: Bool

  init(body: [UInt8], step: Int, pause: Duration, keepsAlive: Bool) {
    self.body = body
    self.step = step
    self.pause = pause
    self.keepsAlive = keepsAlive
  }

  var isFinished: Bool { sent == body.count }

  /// Returns the next piece, once its pause is over.
  mutating func takeStep() -> [UInt8] {
    isAsleep = false
    let end = min(sent + step, body.count)
    defer { sent = end }
    return Array(body[sent..<end])
  }

  /// Asks to be woken for the next piece, once the client has taken the last one.
  mutating func next(unwritten: Int) -> ConnectionMachine.Action? {
    guard !isAsleep, unwritten == 0 else { return nil }
    isAsleep = true
    return .wake(after: pause)
  }
}
