import BoxOffice
import CBundledData
import Determinism
import EventCatalogue
import HTTPTypes
import HTTPWire
import PartnerAPI
import Sandboxes

/// What the benchmarks work on: the bundled catalogue and the documents' Secure Render request.
enum Sample {
  static let now = Instant(secondsSinceEpoch: 1_790_000_000)

  static let catalogue: Catalogue = {
    let files: [FixtureFile] = (0..<willcall_bundled_file_count()).map { place in
      let file = willcall_bundled_file_at(place)
      return FixtureFile(
        name: String(cString: file.name), bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.length)))
    }.filter { $0.name.hasPrefix("events/") || $0.name.hasPrefix("orders/") }
    guard let catalogue = try? CatalogueReader.catalogue(files, zoneRule: { _ in nil }) else {
      fatalError("the bundled catalogue cannot be read")
    }
    return catalogue
  }()

  /// The event with 20,000 seats.
  static let house: Event = {
    guard let event = catalogue.event("3F00B16000000008") else { fatalError("the large house is missing") }
    return event
  }()

  static let service: PartnerService = {
    let settings = SandboxSettings(
      catalogue: catalogue, seed: 1, startTime: now, clockRate: 0, realTime: { Self.now })
    guard
      let service = try? PartnerService(
        directory: SandboxDirectory(settings: settings), configuration: PartnerConfiguration())
    else { fatalError("the route table contradicts itself") }
    return service
  }()

  static func boxOffice() -> BoxOffice {
    BoxOffice(catalogue: catalogue, seed: 1, startedAt: now)
  }

  static let renderBody = Array(
    """
    {"deviceId":"68753A11-1234-1226-9D60-0050E4C000000","deviceType":"NATIVE","deviceOs":"IOS",\
    "userAgent":"Mozilla/5.0","tickets":[\
    {"eventId":"3F005237E5CB39EA","section":"G","row":"17","seat":"1","barcode":"964537283421"},\
    {"eventId":"3F005237E5CB39EA","section":"G","row":"17","seat":"2","barcode":"963267823784"}]}
    """.utf8)

  static let wire: [UInt8] =
    Array(
      """
      POST /marketplace/v1/securerender?apikey=load HTTP/1.1\r
      Host: localhost:8490\r
      Content-Type: application/json\r
      x-user-id: 783412345\r
      Content-Length: \(renderBody.count)\r
      \r

      """.utf8) + renderBody

  static let render = request(.post, "/marketplace/v1/securerender?apikey=load", body: renderBody)
  static let availability = request(.get, "/partners/v1/events/3F00B16000000008/availability?apikey=load", body: [])
  static let otherAvailability = request(
    .get, "/partners/v1/events/3F00B16000000008/availability?apikey=other", body: [])
  static let reserve = request(
    .post, "/partners/v1/events/3F00B16000000008/cart?apikey=other",
    body: Array(#"{"reserve":{"tickets":[{"id":"000000000001","quantity":2,"accept_best_available":true}]}}"#.utf8))

  private static func request(_ method: HTTPRequest.Method, _ target: String, body: [UInt8]) -> Request {
    guard let target = try? RequestTarget(target), let user = HTTPField.Name("x-user-id") else {
      fatalError("not a target: \(target)")
    }
    return Request(
      method: method, target: target, fields: [.contentType: "application/json", user: "783412345"], body: body)
  }
}
