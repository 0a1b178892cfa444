import BoxOffice
import Determinism
import EventCatalogue
import HTTPTypes
import HTTPWire
import JSONText
import Sandboxes

/// One request on its way through a handler of the control API.
struct ControlCall {
  let request: Request
  let parameters: PathParameters
  let directory: SandboxDirectory
  let status: ServiceStatus
  let configuration: BackstageConfiguration
  /// The sandbox that a handler picked; its clock dates the answer.
  private(set) var picked: Sandbox?
  /// A hint about the key that the request names, if no client has ever used it.
  private(set) var keyHint: String?

  init(
    request: Request, parameters: PathParameters, directory: SandboxDirectory, status: ServiceStatus,
    configuration: BackstageConfiguration
  ) {
    self.request = request
    self.parameters = parameters
    self.directory = directory
    self.status = status
    self.configuration = configuration
  }

  /// The decoded query.
  var query: Query { request.target.query }

  // MARK: Sandboxes

  /// The sandbox that the request names, or the only one if it names none.
  ///
  /// - Throws: 400 if it names none and there is more than one, if it names all, or if its key is refused.
  mutating func sandbox() throws(ControlError) -> Sandbox {
    guard let key = try SandboxKey.find(in: request) else {
      guard let only = directory.only else { throw SandboxKey.unnamed(in: directory) }
      picked = only
      return only
    }
    if key == SandboxKey.all {
      throw ControlError(
        .badRequest, "Only clock, reset, report, waivers and stream work on all sandboxes.", path: "?apikey",
        expected: "one key",
        found: key)
    }
    try SandboxKey.check(key, in: directory)
    let isNew = directory.existing(key) == nil
    let sandbox = directory.sandbox(for: key)
    if isNew || sandbox.isUntouched { keyHint = SandboxKey.hint(on: sandbox, in: directory) }
    picked = sandbox
    return sandbox
  }

  /// The owner of the journal that the request names: a sandbox, or the server itself.
  ///
  /// - Throws: the same errors as ``sandbox()``.
  mutating func journalOwner() throws(ControlError) -> Sandbox {
    try SandboxKey.find(in: request) == SandboxDirectory.ownKey ? directory.own : try sandbox()
  }

  /// All sandboxes in the order of their keys if the request says `apikey=*`, otherwise the one that it names.
  mutating func sandboxes() throws(ControlError) -> [Sandbox] {
    guard try SandboxKey.find(in: request) == SandboxKey.all else { return [try sandbox()] }
    picked = directory.mostRecentlyUsed
    return directory.all.sorted { $0.key < $1.key }
  }

  /// Whether the request says `apikey=*`.
  var isForAll: Bool { (try? SandboxKey.find(in: request)) == SandboxKey.all }

  // MARK: Bodies

  /// Refuses a body with a content encoding.
  ///
  /// - Throws: 415.
  private func checkEncoding() throws(ControlError) {
    let codings = request.contentCodings
    guard !codings.isEmpty else { return }
    var error = ControlError(
      .unsupportedMediaType, "The body is encoded; send it unencoded.", path: "Content-Encoding",
      expected: "none or identity", found: codings.joined(separator: ", "))
    error.fields[.acceptEncoding] = "identity"
    throw error
  }

  /// The body as JSON.
  ///
  /// - Throws: 400 if it is not, 415 if it is compressed.
  func json() throws(ControlError) -> JSONValue {
    try checkEncoding()
    do {
      return try JSONValue.parse(request.body)
    } catch {
      throw ControlError(error)
    }
  }

  /// Reads the body as an object without unknown members; a missing body counts as an empty object.
  ///
  /// - Parameter read: returns `nil` only after it has noted a fault.
  /// - Throws: 400 if it is not JSON, 415 if it is compressed, 422 with all faults that were noted.
  func body<Result>(
    _ read: (inout JSONObjectReader, inout JSONFaults) -> Result?
  ) throws(ControlError) -> Result {
    try checkEncoding()
    let value: JSONValue
    do throws(JSONSyntaxError) {
      value = try JSONValue.parse(request.body.isEmpty ? Array("{}".utf8) : request.body)
    } catch {
      throw ControlError(error)
    }
    var faults = JSONFaults()
    var result: Result?
    if var reader = faults.object(value) {
      result = read(&reader, &faults)
      faults.finish(reader)
    }
    guard faults.isEmpty, let result else { throw ControlError(faults) }
    return result
  }

  /// The POSIX rule for a time zone, from the system or from an event in that zone.
  func zoneRule(_ name: String) -> String? {
    configuration.zoneRule(name)
      ?? directory.settings.catalogue.events.lazy.map(\.description.venue.zone).first { $0.name == name }?.rule
  }
}
