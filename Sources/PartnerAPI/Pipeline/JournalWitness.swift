import HTTPWire
import Sandboxes

/// Notes in a journal, and tells, that a client went away before its answer was sent as a whole.
struct JournalWitness: AnswerWitness {
  let sandbox: Sandbox
  /// The number of the request.
  let number: UInt64

  func clientWentAway() {
    guard let entry = sandbox.journal.noteDropped(number) else { return }
    sandbox.tell(at: entry.time, .request(entry))
  }
}
