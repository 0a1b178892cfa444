import BoxOffice
import Determinism
import EventCatalogue
import HTTPTypes
import HTTPWire
import JSONText
import PartnerAPI
import Sandboxes
import Testing

/// A partner's app together with the in-process service that it talks to; each test makes its own.
struct Partner {
  /// 2026-06-02T03:30:00Z: still 1 June in every zone of the catalogue.
  static let start = Instant(secondsSinceEpoch: 1_780_371_000)
  /// 2031-01-01T00:00:00Z, so that real and sandbox time cannot be mistaken for each other.
  static let realStart = Instant(secondsSinceEpoch: 1_924_992_000)

  let service: PartnerService
  let clock: SteeredClock
  let key: String

  init(
    key: String = "partner-one", catalogue: Catalogue? = nil, seed: UInt64 = 42, startTime: Instant? = Partner.start,
    rate: Double = 1, keys: Set<String>? = nil, limit: Int? = nil,
    configuration: PartnerConfiguration = PartnerConfiguration()
  ) throws {
    let clock = SteeredClock(Self.realStart)
    var settings = SandboxSettings(
      catalogue: try catalogue ?? BundledCatalogue.catalogue(), seed: seed, startTime: startTime, clockRate: rate,
      keys: keys, realTime: { clock.now })
    if let limit { settings.limit = limit }
    self.key = key
    self.clock = clock
    service = try PartnerService(directory: SandboxDirectory(settings: settings), configuration: configuration)
  }

  private init(service: PartnerService, clock: SteeredClock, key: String) {
    self.service = service
    self.clock = clock
    self.key = key
  }

  /// Another partner at the same server.
  func with(key: String) -> Partner { Partner(service: service, clock: clock, key: key) }

  var sandbox: Sandbox { service.directory.sandbox(for: key) }

  /// Sends a request with the partner's key in the query.
  func send(
    _ method: HTTPRequest.Method, _ target: String, headers: KeyValuePairs<String, String> = [:], body: String = "",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> ServedAnswer {
    let answer = try sendWithoutKey(
      method, target + (target.contains("?") ? "&" : "?") + "apikey=\(key)", headers: headers,
      body: Array(body.utf8), sourceLocation: sourceLocation)
    let problem = sandbox.withState { $0.boxOffice.inconsistency() }
    #expect(problem == nil, sourceLocation: sourceLocation)
    return answer
  }

  /// Sends a request as it is, and checks what holds for every answer.
  func sendWithoutKey(
    _ method: HTTPRequest.Method, _ target: String, headers: KeyValuePairs<String, String> = [:], body: [UInt8] = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> ServedAnswer {
    var fields = FieldSection()
    for (name, value) in headers {
      fields.append(HTTPField(name: try #require(HTTPField.Name(name)), value: value))
    }
    let answer = ServedAnswer(service.respond(to: try Request(method, target, fields: fields, body: body)))
    expectCommonHeaders(answer, sourceLocation)
    expectBody(answer, sourceLocation)
    // A scenario can answer anything.
    if answer.header("X-Willcall-Scenario") == nil, !headers.contains(where: { $0.key == "X-Willcall-Scenario" }) {
      #expect(PublishedContract.shared.problems(method, target, answer) == [], sourceLocation: sourceLocation)
    }
    return answer
  }

  private func expectCommonHeaders(_ answer: ServedAnswer, _ sourceLocation: SourceLocation) {
    #expect(answer.requestID?.isEmpty == false, sourceLocation: sourceLocation)
    #expect(answer.header("Date") != nil, sourceLocation: sourceLocation)
    if !(200..<300).contains(answer.status), service.configuration.givesHints {
      #expect(answer.diagnosis?.isEmpty == false, sourceLocation: sourceLocation)
      #expect(answer.fidelity != nil, sourceLocation: sourceLocation)
    }
    for field in answer.fields {
      let isPlain = field.value.unicodeScalars.allSatisfy { (0x20..<0x7F).contains($0.value) }
      #expect(isPlain, "\(field.name) is not one line of ASCII", sourceLocation: sourceLocation)
    }
    if let fidelity = answer.fidelity {
      let parts = fidelity.split(separator: ";", maxSplits: 1)
      let isLabelled = ["documented", "inferred", "invented"].contains(parts[0])
      #expect(isLabelled && parts.last?.hasPrefix(" see=") == true, "\(fidelity)", sourceLocation: sourceLocation)
    }
  }

  private func expectBody(_ answer: ServedAnswer, _ sourceLocation: SourceLocation) {
    guard answer.header("Content-Type")?.hasPrefix("application/json") == true else { return }
    guard let json = answer.json else {
      Issue.record("the body is no JSON: \(answer.text)", sourceLocation: sourceLocation)
      return
    }
    let fractions = Self.numbers(of: json).filter { $0.contains(".") || $0.contains("e") || $0.contains("E") }
    let odd = fractions.filter { $0.split(separator: ".").last?.utf8.count != 2 }
    #expect(odd.isEmpty, "every fraction is money with two decimals", sourceLocation: sourceLocation)
  }

  private static func numbers(of value: JSONValue) -> [String] {
    switch value.kind {
    case .number: value.numberText.map { [$0] } ?? []
    case .array: value.elements.flatMap(numbers)
    case .object: value.members.flatMap { numbers(of: $0.value) }
    default: []
    }
  }
}
