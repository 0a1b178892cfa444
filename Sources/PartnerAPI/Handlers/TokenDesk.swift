import BoxOffice
import Determinism
import EventCatalogue
import JSONText
import SafeTix
import Sandboxes
import Scenarios

/// Issues entry tokens for one device in one sandbox.
struct TokenDesk {
  private let issuer: TokenIssuer
  private let seed: UInt64
  /// The device's id, folded to an integer.
  let device: UInt64

  init(sandbox: Sandbox, device: UInt64) {
    issuer = sandbox.tokenIssuer
    seed = sandbox.seed
    self.device = device
  }

  /// Counts a token about to be issued; call it under the sandbox's lock.
  func nextIssue(of ticket: Ticket, at now: Instant, in state: inout SandboxState) -> UInt64 {
    state.issues.next(ticket: ticket.seedLabel, device: device, at: now)
  }

  /// The token with a number from ``nextIssue(of:at:in:)``, as a JSON string with its quotes, spoiled as a scenario asks.
  ///
  /// - Returns: `nil` if the scenario withholds the token.
  func quotedToken(for ticket: Ticket, event: Event, issue: UInt64, flaw: TokenFlaw?) -> [UInt8]? {
    if flaw == .missing { return nil }
    var writer = JSONWriter(reservingCapacity: 320)
    writeToken(for: ticket, event: event, issue: issue, flaw: flaw, into: &writer)
    return writer.bytes
  }

  /// Writes the token with a number from ``nextIssue(of:at:in:)``, spoiled as a scenario asks; not for one that
  /// withholds it.
  func writeToken(
    for ticket: Ticket, event: Event, issue: UInt64, flaw: TokenFlaw?, into writer: inout JSONWriter
  ) {
    let usual: TokenStyle = event.description.entry == .secureBarcode ? .barcodeOnly : .rotating
    let style: TokenStyle
    switch flaw {
    case .malformed: return writer.string("this is not a token")
    case .scrambled:
      return writer.raw(Self.scramble(quoted: quotedToken(for: ticket, event: event, issue: issue, flaw: nil) ?? []))
    case .barcodeOnly: style = .barcodeOnly
    case .uuidKeys: style = .documentationExample
    case .missing, nil: style = usual
    }
    issuer.writeToken(
      barcode: ticket.barcode, ticket: ticket.seedLabel, device: device, event: event.seedLabel, issue: issue,
      style: style, into: &writer)
  }

  /// Writes the id of a ticket's Wallet pass on this device: it never changes, as in the examples.
  func writePassID(for ticket: Ticket, into writer: inout JSONWriter) {
    var source = SeededSource(seed: seed, purpose: .walletPass, ticket.seedLabel, device)
    source.withUUID { writer.string(plain: $0) }
  }

  /// A placeholder that looks like a token but that no SDK can read: base64, but not of JSON.
  static func scramble(quoted token: [UInt8]) -> [UInt8] {
    var scrambled = token
    for index in scrambled.indices.dropFirst().prefix(5) { scrambled[index] = UInt8(ascii: "x") }
    return scrambled
  }
}

extension SeededSource.Purpose {
  /// Wallet passes, by ticket and device.
  static let walletPass = Self(rawValue: 0x7061_7373)
}
