public import HTTPWire
import Ledger

extension Sandbox: AnswerObserver {
  /// Records in journal and ledger, and tells listeners, that a client left before its answer was completely sent.
  public func clientWentAway(before number: UInt64) {
    note(.answerDropped(request: number), at: now())
    guard let entry = journal.noteDropped(number) else { return }
    tell(at: entry.time, .request(entry))
  }
}
