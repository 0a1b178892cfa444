import BoxOffice
import Determinism
import EventCatalogue
import SafeTix
import Sandboxes
import Scenarios

/// Issues entry tokens for one device of one sandbox.
struct TokenDesk {
  private let issuer: TokenIssuer
  private let seed: UInt64
  /// The device's id, folded.
  let device: UInt64

  init(sandbox: Sandbox, deviceID: String) {
    issuer = sandbox.tokenIssuer
    seed = sandbox.seed
    device = SeededSource.fold(deviceID)
  }

  /// Counts an issue; call it under the sandbox's lock.
  func nextIssue(of ticket: Ticket, at now: Instant, in state: inout SandboxState) -> UInt64 {
    state.issues.next(ticket: ticket.seedLabel, device: device, at: now)
  }

  /// The token of a counted issue as a JSON string, quotes included: base64 needs no escapes.
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

  /// The token of a counted issue with what a scenario does to it.
  ///
  /// - Returns: `nil` if it is to be missing.
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

  /// The Wallet pass of a ticket on this device: stable, as the examples have it.
  func passID(for ticket: Ticket) -> String {
    var source = SeededSource(seed: seed, purpose: .walletPass, ticket.seedLabel, device)
    return source.uuid()
  }

  /// A placeholder in the shape of a token that no SDK can read: base64, but not of JSON.
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
