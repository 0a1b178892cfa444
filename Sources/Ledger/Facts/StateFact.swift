/// Something that happened in a sandbox outside the exchange it concerns.
///
/// What happens within an exchange (a cart held, given back or sold, an order opened, a token issued) is part of that
/// exchange's facts. The ledger tells from the time, at the next fact or report, that a hold ran out or an event began.
public enum StateFact: Sendable {
  /// A cart was given back, sold or otherwise ended without an exchange, by the control API.
  case cartEnded(id: String)
  /// Tickets were voided, by the control API or by a refund.
  case voided(barcodes: [String])
  /// The clock was moved.
  case clockMoved
  /// A ticket was admitted at the gate.
  case admitted(barcode: String)
  /// The client went away before the answer to a request was written; reported by the journal's witness.
  case answerDropped(request: UInt64)
}
