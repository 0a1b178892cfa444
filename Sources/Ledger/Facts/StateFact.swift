/// Something that happened in a sandbox outside of the exchange it concerns.
///
/// What happens within one (a cart held, given back or sold, an order opened, a token issued) is in the exchange's own
/// facts; that a hold runs out and that an event begins the ledger sees by the time, at the next fact or report.
public enum StateFact: Sendable {
  /// A cart was given back, sold or otherwise ended by no exchange: the control API.
  case cartEnded(id: String)
  /// Tickets were voided: the control API, or a refund.
  case voided(barcodes: [String])
  /// The clock was moved.
  case clockMoved
  /// A ticket was admitted at the gate.
  case admitted(barcode: String)
  /// The client went away before the answer to a request was written: the journal's witness.
  case answerDropped(request: UInt64)
}
