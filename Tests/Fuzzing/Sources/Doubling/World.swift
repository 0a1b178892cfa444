import Backstage
import CBundledData
import Determinism
import EventCatalogue
import HTTPTypes
import HTTPWire
import JSONText
import PartnerAPI
import Sandboxes
import Scenarios

/// A server in process whose clock stands still; the same calls are answered the same in each.
final class World {
  private static let now = Instant(secondsSinceEpoch: 1_790_000_000)
  private static let files = (0..<willcall_bundled_file_count()).map { place in
    let file = willcall_bundled_file_at(place)
    return FixtureFile(
      name: String(cString: file.name), bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.length)))
  }
  private static let bundled = Result {
    let catalogue = try CatalogueReader.catalogue(
      files.filter { $0.name.hasPrefix("events/") || $0.name.hasPrefix("orders/") }
    ) { _ in nil }
    let scenarios = try files.filter { $0.name.hasPrefix("scenarios/") && !$0.name.hasSuffix("schema.json") }.map {
      try ScenarioReader.read($0.bytes, file: $0.name, vocabulary: ScenarioLibrary.vocabulary)
    }
    return (catalogue, ScenarioLibrary(available: scenarios))
  }

  private let partner: PartnerService
  private let backstage: BackstageService

  init() {
    do {
      let (catalogue, library) = try Self.bundled.get()
      var settings = SandboxSettings(
        catalogue: catalogue, seed: 1, startTime: Self.now, clockRate: 0, realTime: { Self.now })
      settings.library = library
      let directory = SandboxDirectory(settings: settings)
      partner = try PartnerService(directory: directory, configuration: PartnerConfiguration())
      let status = ServiceStatus(version: "1", realTime: { Self.now })
      backstage = try BackstageService(directory: directory, status: status)
      status.enter(.ready)
    } catch {
      fatalError("no server can be made: \(error)")
    }
  }

  /// Answers what a client sends, from its first byte to the last of the answer.
  @discardableResult
  func answer(_ bytes: [UInt8]) -> Response {
    var parser = RequestParser()
    for start in stride(from: 0, to: bytes.count, by: 16_384) {
      bytes[start..<min(start + 16_384, bytes.count)].withUnsafeBufferPointer { parser.received($0) }
      guard let outcome = parser.next() else { continue }
      let response = answer(outcome)
      _ = ResponseSerializer.bytes(of: response, context: .init())
      return response
    }
    fatalError("no whole request: \(String(decoding: bytes.prefix(200), as: UTF8.self))")
  }

  private func answer(_ outcome: RequestParser.Outcome) -> Response {
    switch outcome {
    case .fault(let fault): partner.respond(to: fault)
    case .request(let request, _) where request.target.raw.hasPrefix(BackstageService.prefix):
      backstage.respond(to: request)
    case .request(let request, _): partner.respond(to: request)
    }
  }

  /// Does a step that leads to a sample, which must be answered well.
  @discardableResult
  func step(_ message: Message) -> JSONValue {
    let response = answer(message.bytes)
    guard response.status.kind == .successful, let json = try? JSONValue.parse(response.body) else {
      fatalError(
        "\(message.method) \(message.path): \(response.status.code) \(String(decoding: response.body, as: UTF8.self))")
    }
    return json
  }
}
