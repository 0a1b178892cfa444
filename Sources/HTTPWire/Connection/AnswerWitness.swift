/// Who is to hear of it if an answer does not reach its client.
///
/// An object and a number, because every answer has one, and copying a value of an unknown type costs more.
public struct AnswerWitness: Sendable {
  private let observer: any AnswerObserver
  private let number: UInt64

  /// Creates a witness of one of an observer's answers.
  public init(_ observer: any AnswerObserver, number: UInt64) {
    self.observer = observer
    self.number = number
  }

  /// Reports that the client went away before its answer was sent completely, as far as the system can tell.
  ///
  /// Called at most once, on any thread.
  public func clientWentAway() { observer.clientWentAway(before: number) }
}

/// Notified if answers do not reach their clients.
public protocol AnswerObserver: AnyObject, Sendable {
  /// The client of the answer with this number went away before it was sent completely.
  ///
  /// Called on any thread; must return within microseconds.
  func clientWentAway(before number: UInt64)
}
