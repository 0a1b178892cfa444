import BoxOffice
import Determinism
import EventCatalogue
import SafeTix
import Sandboxes
import Scenarios

/// Issues entry tokens for one device in one sandbox.
struct TokenDesk {
  private let issuer: TokenIssuer
  private let seed: UInt64
  /// The device's id, folded to an integer.
  let device: UInt64

  init(sandbox: Sandbox, deviceID: String) {
    issuer = sandbox.tokenIssuer
    seed = sandbox.seed
    device = SeededSource.fold(deviceID)
  }

  /// Counts a token about to be issued; call it under the sandbox's lock.
  func nextIssue(of ticket: Ticket, at now: Instant, in state: inout SandboxState) -> UInt64 {
    state.issues.next(ticket: ticket.seedLabel, device: device, at: now)
  }

  /// The token with a number from ``nextIssue(of:at:in:)``, as a JSON string with its quotes: base64 needs no escapes.
  func quotedToken(for ticket: Ticket, event: Event, issue: UInt64, style: TokenStyle? = nil) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(320)
    bytes.append(UInt8(ascii: "\""))
    issuer.appendToken(
      barcode: ticket.barcode, ticket: ticket.seedLabel, device: device, event: event.seedLabel, issue: issue,
      style: style ?? (event.description.entry == .secureBarcode ? .barcodeOnly : .rotating), to: &bytes)
    bytes.append(UInt8(ascii: "\""))
    return bytes
  }

  /// The token with a number from ``nextIssue(of:at:in:)``, spoiled as a scenario asks.
  ///
  /// - Returns: `nil` if the scenario withholds the token.
  func quotedToken(for ticket: Ticket, event: Event, issue: UInt64, flaw: TokenFlaw?) -> [UInt8]? {
    switch flaw {
    case nil: return quotedToken(for: ticket, event: event, issue: issue)
    case .missing: return nil
    case .malformed: return Array("\"this is not a token\"".utf8)
    case .scrambled: return Self.scramble(quoted: quotedToken(for: ticket, event: event, issue: issue))
    case .barcodeOnly: return quotedToken(for: ticket, event: event, issue: issue, style: .barcodeOnly)
    case .uuidKeys: return quotedToken(for: ticket, event: event, issue: issue, style: .documentationExample)
    }
  }

  /// The id of a ticket's Wallet pass on this device: it never changes, as in the examples.
  func passID(for ticket: Ticket) -> String {
    var source = SeededSource(seed: seed, purpose: .walletPass, ticket.seedLabel, device)
    return source.uuid()
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
