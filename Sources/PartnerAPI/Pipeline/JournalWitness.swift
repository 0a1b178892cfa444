import HTTPWire
import Ledger
import Sandboxes

/// Notes in journal and ledger, and tells, that a client went away before its answer was sent as a whole.
struct JournalWitness: AnswerWitness {
  let sandbox: Sandbox
  /// The number of the request.
  let number: UInt64

  func clientWentAway() {
    sandbox.note(.answerDropped(request: number), at: sandbox.now())
    guard let entry = sandbox.journal.noteDropped(number) else { return }
    sandbox.tell(at: entry.time, .request(entry))
  }
}
