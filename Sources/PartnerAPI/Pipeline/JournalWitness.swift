import HTTPWire
import Ledger
import Sandboxes

/// Records in journal and ledger, and tells listeners, that a client left before its answer was completely sent.
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
