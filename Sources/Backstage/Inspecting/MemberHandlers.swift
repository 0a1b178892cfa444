import BoxOffice
import EventCatalogue
import HTTPTypes
import HTTPWire
import JSONText
import Sandboxes

/// `PUT members/TOKEN/card`.
enum MemberHandlers {
  /// Puts a card on file for the member that an access token belongs to.
  static func putCard(_ call: inout ControlCall) throws(ControlError) -> Response {
    let card = try call.body(read)
    let sandbox = try call.sandbox()
    let member = BillingMethod.Member(accessToken: call.parameters["token"] ?? "", seed: sandbox.seed)
    let (method, isNew) = sandbox.withState { $0.boxOffice.putCard(card, of: member) }
    var writer = JSONWriter()
    writer.object { object in
      // As a string, as in the Partner API's lists.
      object.string("id", String(method.id))
      object.string("issuer", method.card.issuer.rawValue)
      object.string("last_four", method.card.lastFour)
      object.integer("expire_month", method.card.expireMonth)
      object.integer("expire_year", method.card.expireYear)
      object.bool("has_funds", method.card.hasFunds)
    }
    return Response(isNew ? .created : .ok, json: writer.bytes)
  }

  /// Reads a card; missing members default to those of the card in the documentation.
  private static func read(_ reader: inout JSONObjectReader, _ faults: inout JSONFaults) -> StoredCard? {
    StoredCard(
      issuer: faults.read(try reader.optionalValue("issuer")?.choice(CardIssuer.self)) ?? .visa,
      lastFour: faults.read(
        try reader.optionalValue("last_four")?.ascii(4...4, "four digits as a string", isDigit)) ?? "0011",
      expireMonth: faults.read(try reader.optionalValue("expire_month")?.number(in: 1...12)) ?? 12,
      expireYear: faults.read(try reader.optionalValue("expire_year")?.number(in: 1_000...9_999)) ?? 2020,
      hasFunds: faults.read(try reader.optionalValue("has_funds")?.flag()) ?? true)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
