import JSONText
import PartnerVocabulary
import PartnerWire
import Testing

/// Every member that the tables state is refused if it has another type, read or not.
@Suite struct WrongTypeTests {
  /// JSON texts of the types that a kind does not take.
  private static func wrongValues(_ kind: WireField.Kind) -> [String] {
    switch kind {
    case .string, .filled, .text, .choice, .keyword, .date, .dateTime, .plainDateTime: ["5", "true", "[]", "{}"]
    case .digits: ["1.5", "true", "[]", "{}"]
    case .integer, .bounded: ["true", "[]", "{}", "\"x\"", "\"\"", "\"+5\"", "\" 5\"", "\"5.0\"", "\"true\""]
    case .amount: ["true", "[]", "{}", "\"x\"", "\"\"", "\"true\""]
    case .count:
      [
        "true", "[]", "{}", "0", "-2", "1.5", "\"\"", "\"0\"", "\"-2\"", "\"+2\"", "\"02\"", "\"2.0\"", "\" 2\"",
        "\"two\"",
      ]
    case .money: ["true", "[]", "{}", "\"1.00\""]
    case .boolean: ["5", "1", "[]", "{}", "\"\"", "\"True\"", "\"FALSE\"", "\"yes\"", "\"1\"", "\" true\""]
    case .object: ["5", "true", "\"x\"", "[]"]
    case .array: ["5", "true", "\"x\"", "{}"]
    case .any: []
    }
  }

  @Test(arguments: RequestSample.all)
  func everyDocumentedMemberHasItsType(sample: RequestSample) throws {
    let partner = try Partner(rate: 0)
    let cart = try partner.paidCart(sample.event)
    let before = try WorldSnapshot(partner, event: sample.event, cart: cart.id)
    for member in try sample.documentedMembers() {
      for text in Self.wrongValues(member.kind) {
        let answer = try sample.send(partner, cart: cart, member, text)
        #expect(answer.status == 400, "\(member.pointer) \(text): \(answer.text)")
        if sample.operation == .secureRender, answer.json?["error"] == nil {
          let name = try #require(member.pointer.split(separator: "/").last)
          #expect(try answer.string("/tickets/0/error/error") == "invalid.\(name).attribute", "\(text)")
        } else {
          #expect(answer.code == 10_002, "\(member.pointer) \(text): \(answer.text)")
          #expect(answer.diagnosis?.contains("\(member.pointer):") == true, "\(text): \(answer.diagnosis ?? "")")
        }
      }
    }
    #expect(try WorldSnapshot(partner, event: sample.event, cart: cart.id) == before)
    let answer = try sample.send(partner, cart: cart)
    #expect(answer.status == 200, "it was the member's fault alone: \(answer.text) \(answer.diagnosis ?? "")")
  }
}
