import HTTPTypes
import HTTPWire
import PartnerAPI
import Sandboxes
import Scenarios
import Testing

/// Content that takes milliseconds to read is read elsewhere than on an event loop, whatever it is sent to.
@Suite struct LongContentTests {
  private static let limit = 64 * 1024
  private static let event = "/partners/v1/events/\(EventID.phoenix)"

  @Test(arguments: [
    (HTTPRequest.Method.post, "\(event)/cart"), (.put, "\(event)/cart"), (.put, "\(event)/cart/payment"),
    (.put, "\(event)/cart/shipping"), (.delete, "\(event)/cart"), (.get, "\(event)/availability"),
    (.put, "/partners/v1/cart"), (.post, "/partners/v1/orders"), (.put, "/partners/v1/refund"),
    (.post, "/wallet/v1/token"), (.post, "/partners/v1/member/billing"), (.post, "/marketplace/v1/securerender"),
    (.post, "/partners/v1/nothing"), (.patch, "\(event)/cart"), (.options, "\(event)/cart"),
  ])
  func longContentIsReadAside(method: HTTPRequest.Method, path: String) throws {
    let service = try Partner().service
    let short = service.reply(to: try Self.request(method, path, bytes: Self.limit))
    guard case .now = short else { throw Unexpected() }
    guard case .aside(let next) = service.reply(to: try Self.request(method, path, bytes: Self.limit + 1)) else {
      throw Unexpected()
    }
    let work = Self.withoutLeaving(next())
    guard case .now = work else { throw Unexpected() }
  }

  @Test func whatWaitsForItsTurnIsReadAsideToo() throws {
    let partner = try Partner()
    let scenario = try ScenarioReader.read(
      Array(
        #"""
        {"name":"late","rules":[{"name":"late","when":{"operation":"*"},"then":{"delay":{"milliseconds":5}}}]}
        """#.utf8), file: "late.json", vocabulary: Vocabulary(operations: ["cart.reserve"], errorNames: []))
    partner.sandbox.activate([scenario])
    let request = try Self.request(.post, "\(Self.event)/cart", bytes: Self.limit + 1, key: partner.key)
    guard case .aside(let next) = partner.service.reply(to: request), case .later(_, let rest) = next(),
      case .aside(let work) = rest(), case .now = work()
    else { throw Unexpected() }
  }

  private struct Unexpected: Error {}

  /// What comes of a reply that is done aside already.
  private static func withoutLeaving(_ reply: Reply) -> Reply {
    if case .aside(let next) = reply { next() } else { reply }
  }

  private static func request(
    _ method: HTTPRequest.Method, _ path: String, bytes: Int, key: String = "k"
  ) throws -> Request {
    let text = #"{"x":""#
    let padding = [UInt8](repeating: UInt8(ascii: "a"), count: bytes - text.utf8.count - 2)
    return try Request(method, "\(path)?apikey=\(key)", body: Array(text.utf8) + padding + Array(#""}"#.utf8))
  }
}
