import Backstage
import BoxOffice
import Determinism
import EventCatalogue
import HTTPTypes
import HTTPWire
import PartnerAPI
import PartnerDocuments
import Sandboxes
import Testing

/// A server in process: the Partner API, and the control API behind it; each test makes its own.
struct Stage {
  /// 2026-06-02T03:30:00Z: still 1 June in every zone of the catalogue.
  static let start = Instant(secondsSinceEpoch: 1_780_371_000)
  /// 2031-01-01T00:00:00Z, so that real and sandbox time cannot be mistaken for each other.
  static let realStart = Instant(secondsSinceEpoch: 1_924_992_000)
  static let account = "12313131"

  let directory: SandboxDirectory
  let status: ServiceStatus
  let partner: PartnerService
  let backstage: BackstageService
  let realTime: SteeredClock
  /// The partner key that requests carry unless they say otherwise.
  let key: String

  init(
    key: String = "my-key", catalogue: Catalogue? = nil, seed: UInt64 = 42, startTime: Instant? = Stage.start,
    rate: Double = 0, keys: Set<String>? = nil, limit: Int? = nil, journalLimit: Int? = nil,
    library: ScenarioLibrary? = nil,
    configuration: BackstageConfiguration = .init()
  ) throws {
    let clock = SteeredClock(Self.realStart)
    var settings = SandboxSettings(
      catalogue: try catalogue ?? BundledCatalogue.catalogue(), seed: seed, startTime: startTime, clockRate: rate,
      keys: keys, realTime: { clock.now })
    settings.library = try library ?? BundledScenarios.library()
    if let limit { settings.limit = limit }
    if let journalLimit { settings.journalLimit = journalLimit }
    self.key = key
    realTime = clock
    directory = SandboxDirectory(settings: settings)
    status = ServiceStatus(version: "1.2.3", realTime: { clock.now })
    partner = try PartnerService(directory: directory, configuration: PartnerConfiguration())
    var configuration = configuration
    configuration.openAPI = { OpenAPIDocument(version: "1.2.3", server: $0).json }
    backstage = try BackstageService(directory: directory, status: status, configuration: configuration)
    status.enter(.ready)
  }

  var sandbox: Sandbox { directory.sandbox(for: key) }

  /// Sends a control request for the stage's key, or another, or none.
  func control(
    _ method: HTTPRequest.Method, _ path: String, _ body: String = "", key: String?? = nil,
    headers: KeyValuePairs<String, String> = ["Host": "localhost:8490"]
  ) throws -> Answer {
    let named = key ?? self.key
    let query = named.map { (path.contains("?") ? "&" : "?") + "apikey=\($0)" } ?? ""
    return try controlAsIs(method, "/__willcall/\(path)\(query)", body, headers: headers)
  }

  /// Sends a control request as it is, and checks what holds for every answer.
  func controlAsIs(
    _ method: HTTPRequest.Method, _ target: String, _ body: String = "",
    headers: KeyValuePairs<String, String> = ["Host": "localhost:8490"]
  ) throws -> Answer {
    let answer = Answer(backstage.respond(to: try Self.request(method, target, body, headers)))
    #expect(answer.header("Date") != nil)
    if !answer.bytes.isEmpty, answer.header("Content-Type") == "application/json" { #expect(answer.json != nil) }
    #expect(PublishedControl.shared.problems(method, target, answer) == [])
    for sandbox in directory.all {
      #expect(sandbox.withState { $0.boxOffice.inconsistency() } == nil)
    }
    return answer
  }

  /// Sends a request to the Partner API with the stage's key, or another.
  func ask(
    _ method: HTTPRequest.Method, _ path: String, _ body: String = "", key: String? = nil,
    headers: KeyValuePairs<String, String> = ["Host": "localhost:8490"]
  ) throws -> Answer {
    let query = (path.contains("?") ? "&" : "?") + "apikey=\(key ?? self.key)"
    return Answer(partner.respond(to: try Self.request(method, path + query, body, headers)))
  }

  static func request(
    _ method: HTTPRequest.Method, _ target: String, _ body: String, _ headers: KeyValuePairs<String, String>
  ) throws -> Request {
    var fields = FieldSection()
    for (name, value) in headers { fields.append(HTTPField(name: try #require(HTTPField.Name(name)), value: value)) }
    return try Request(method, target, fields: fields, body: Array(body.utf8))
  }
}
