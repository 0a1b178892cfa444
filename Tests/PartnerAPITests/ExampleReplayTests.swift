import HTTPTypes
import JSONText
import PartnerDocuments
import Testing

/// Every JSON example of the documents: the requests are sent, the structures of the answers compared.
///
/// Each path that only one of the two has is in `ExampleDifference`, with the reason, and so in `docs/fidelity.md`.
@Suite struct ExampleReplayTests {
  private static let all = ExampleReplay.carts + ExampleReplay.cards + ExampleReplay.orders

  @Test func everyExampleIsPlayed() throws {
    let played = Self.all.flatMap { $0.requests + [$0.response].compactMap { $0 } }
    #expect(try Set(played) == Set(DocumentedExample.names))
    let compared = Set(Self.all.compactMap(\.response))
    let sent = Set(Self.all.flatMap(\.requests))
    for difference in ExampleDifference.all {
      let known = difference.kind == .replaced ? sent : compared
      #expect(known.contains(difference.example), "\(difference.example) is not played so")
      #expect(!difference.paths.isEmpty && difference.reason.hasSuffix("."), "\(difference.example)")
    }
  }

  @Test(arguments: all)
  func theAnswerHasTheExamplesStructure(_ replay: ExampleReplay) throws {
    let answer = try replay.play()
    guard let response = replay.response else {
      #expect(answer.status == 200, "\(answer.text) \(answer.diagnosis ?? "")")
      return
    }
    let documented = JSONShape(try DocumentedExample(response).json)
    let served = JSONShape(try #require(answer.json, "\(answer.status)"))
    for (kind, found) in [
      (ExampleDifference.Kind.onlyDocumented, served.missing(from: documented)),
      (.onlyServed, documented.missing(from: served)), (.otherKind, served.differing(from: documented)),
    ] {
      let listed = ExampleDifference.all.filter { $0.example == response && $0.kind == kind }.flatMap(\.paths)
      let unlisted = found.filter { path in !listed.contains { Self.covers($0, path) } }
      #expect(unlisted.sorted() == [], "\(kind.rawValue), not listed")
      let idle = listed.filter { entry in !found.contains { Self.covers(entry, $0) } }
      #expect(idle == [], "\(kind.rawValue), listed without need")
    }
  }

  /// Whether a listed path means a found one; `/*` at its end is all below.
  private static func covers(_ listed: String, _ path: String) -> Bool {
    listed.hasSuffix("/*") ? path.hasPrefix(listed.dropLast()) : listed == path
  }

  @Test func shippingOptionsAreTheDocuments() throws {
    let replay = try #require(Self.all.first { $0.response == "shipping-get-response-200" })
    let documented = try DocumentedExample("shipping-get-response-200").json
    #expect(try replay.play().value("").semanticallyEquals(documented))
  }

  @Test func seededOrdersShowTheDocumentedTickets() throws {
    for name in ["safetix-orders-response-delay-on", "safetix-orders-response-delay-off"] {
      let documented = try DocumentedExample(name).json
      let replay = try #require(Self.all.first { $0.response == name })
      let answer = try replay.play()
      for path in [
        "/third_party_source", "/delivery", "/tickets/0/display_id", "/tickets/0/event_host", "/tickets/0/is_ga",
        "/tickets/0/is_national_vip", "/tickets/0/order_number", "/tickets/0/portal", "/tickets/0/row",
        "/tickets/0/seat_id", "/tickets/0/seat_name", "/tickets/0/section", "/tickets/0/charges", "/tickets/0/voided",
        "/tickets/0/secure_entry_data/segment_type", "/nfc_capable_device", "/voided",
      ] {
        let expected = try #require(documented.value(at: path), "\(path)")
        #expect(try answer.value(path).semanticallyEquals(expected), "\(name) \(path)")
      }
    }
  }

  @Test(arguments: ["errors-response", "gateway-fault-invalid-apikey", "safetix-securerender-response-400"])
  func errorsAreWordForWordTheDocuments(name: String) throws {
    let replay = try #require(Self.all.first { $0.response == name })
    #expect(try replay.play().bytes == DocumentedExample(name).json.serialized())
  }
}
