import HTTPWire
import Ledger
import PartnerVocabulary
import PartnerWire

/// What the body of a Secure Render says, all of which follows from its bytes.
final class RenderReading: Sendable {
  let envelope: SecureRenderWire.Envelope
  /// The device's id, folded.
  let device: UInt64
  let namesDevice: Bool
  /// Whether the device can present a ticket by NFC.
  let isNFCDevice: Bool
  /// What is wrong apart from the tickets, if anything.
  let failure: SecureRenderWire.Failure?
  /// Whether something is wrong with a ticket as it was sent.
  let hasFaultyTicket: Bool
  /// The barcode of each ticket.
  let barcodes: [String]

  private init(_ envelope: SecureRenderWire.Envelope) {
    self.envelope = envelope
    device = envelope.deviceID.folded
    namesDevice = envelope.deviceID.isFilled
    isNFCDevice = envelope.isNFCCapable
    failure = envelope.failure
    barcodes = envelope.tickets.map(\.barcode.text)
    hasFaultyTicket = envelope.tickets.contains { $0.failure != nil }
  }

  /// Reads the body of a call, unless the last request of its connection had the same.
  ///
  /// - Throws: as ``Call/body()`` and ``SecureRenderWire/read(_:)``.
  static func read(_ call: inout Call) throws(APIError) -> RenderReading {
    try Call.requireNoCoding(call.visit.request)
    let recollection = call.visit.request.contentRecollection
    if let known = recollection?.reading as? RenderReading { return known }
    let body = try call.body()
    let envelope: SecureRenderWire.Envelope
    do throws(APIError) {
      envelope = try SecureRenderWire.read(body)
    } catch {
      call.noteUnknownMembers(of: body, SecureRenderWire.requestTable, ignoringCase: true)
      call.facts.device = DeviceFact(id: nil, problem: "tickets is not a list of 1 to 100 tickets")
      throw error
    }
    let reading = RenderReading(envelope)
    if envelope.hasOthers {
      // Each request with them is told of them.
      call.noteUnknownMembers(of: body, SecureRenderWire.requestTable, ignoringCase: true)
    } else {
      recollection?.keep(reading)
    }
    return reading
  }
}
