import Console
import Determinism
import Dispatch
import HTTPTypes
public import HTTPWire
import JSONText
public import Sandboxes

/// The control API under `/__willcall/`.
///
/// The order of processing is defined only here: route, guard, query, handler, date.
public struct BackstageService: Sendable {
  /// The first part of the path under which the control API lives.
  private static let root = "__willcall"
  /// The path under which the control API lives.
  public static let prefix = "/\(root)/"

  /// Whether a target belongs to the control API, judged by its decoded path so that all forms of a target are equal.
  ///
  /// The prefix alone, with or without its slash, does not: it names no path of the control API.
  public static func serves(_ target: RequestTarget) -> Bool {
    guard target.isUnder(root) else { return false }
    let rest = target.segments.dropFirst()
    return !(rest.isEmpty || rest.elementsEqual([""]))
  }

  /// The field that warns of a possible mistake in an answer that is not an error: a key that no client has ever used.
  private static let diagnosis = HTTPField.Name("X-Willcall-Diagnosis")

  /// Whether it answers a request: one that it ``serves(_:)``, or one for the page.
  public func answers(_ target: RequestTarget) -> Bool {
    target.isUnder(Self.root) && (configuration.hasControl || Self.serves(target))
  }

  /// Leads a browser from `/` to the page; `nil` for any other request, and if there is no page.
  public func redirect(_ request: Request) -> Response? {
    guard configuration.hasControl, let response = ConsoleEntrance.redirectFromRoot(request) else { return nil }
    return dated(response, directory.timeWithoutSandbox())
  }

  private let directory: SandboxDirectory
  private let status: ServiceStatus
  private let configuration: BackstageConfiguration
  private let doorkeeper: ControlGuard
  private let router: Router<BackstageRoute>
  let broadcast: Broadcast
  // Serial queues, so that each gets a thread at once; several, so that long work for one sandbox delays few others.
  private let lanes = (1...4).map { DispatchQueue(label: "willcall.backstage.\($0)") }

  /// Makes the service.
  ///
  /// - Parameters:
  ///   - directory: the sandboxes it controls.
  ///   - status: whether the server is ready, and since when.
  ///   - configuration: who may use it.
  /// - Throws: the router's error if the route table contradicts itself.
  public init(
    directory: SandboxDirectory, status: ServiceStatus, configuration: BackstageConfiguration = .init()
  ) throws(RoutingError) {
    self.directory = directory
    self.status = status
    self.configuration = configuration
    doorkeeper = ControlGuard(configuration)
    broadcast = Broadcast(
      directory: directory, run: String(status.startedAt.millisecondsSinceEpoch, radix: 36),
      hello: StreamWire.Hello(version: status.version, seed: directory.settings.seed, started: status.startedAt))
    let api = configuration.hasControl ? BackstageRoutes.all : BackstageRoutes.all.filter(\.isOpen)
    let page = configuration.hasControl ? BackstageRoutes.page : []
    router = try Router(
      api.map { Route($0.method, Self.prefix + $0.path, $0) }
        + page.map { Route($0.method, "/\(Self.root)" + $0.path, $0) })
  }

  /// Answers a request that it ``answers(_:)``, on a queue of its own unless the answer takes only microseconds.
  ///
  /// Requests for one sandbox are answered in the order in which they arrive.
  ///
  /// - Parameter outlet: where the answer goes, perhaps before this returns.
  public func respond(to request: Request, on outlet: any ControlOutlet) {
    if case .found(let route, _) = router.match(request.method, request.target), !route.isOpen {
      let key = (try? SandboxKey.find(in: request)) ?? nil
      let lane = lanes[Int(SeededSource.fold(key ?? "") % UInt64(lanes.count))]
      lane.async { route.isStream ? stream(request, on: outlet) : outlet.answer(respond(to: request)) }
    } else {
      outlet.answer(respond(to: request))
    }
  }

  /// Adds a client as a listener; it misses nothing from the first comment on.
  func stream(_ request: Request, on outlet: any ControlOutlet) {
    let head = respond(to: request)
    guard head.status == .ok, request.method == .get || request.method == .head else { return outlet.answer(head) }
    guard broadcast.hasRoom else {
      return outlet.answer(dated(StreamHandlers.isFull.response, directory.timeWithoutSandbox()))
    }
    // A stream without content: its head says the same about the length as the head for GET.
    if request.method == .head { return _ = outlet.stream(head: head) }
    let key = (try? StreamHandlers.key(request, directory)) ?? nil
    broadcast.add(outlet.stream(head: head), key: key, after: StreamHandlers.lastEvent(of: request))
  }

  /// Answers a request that it ``answers(_:)``.
  ///
  /// This usually takes microseconds. Exporting a large sandbox or moving its clock past many holds takes longer, but
  /// is done in slices that let the sandbox's other requests through.
  public func respond(to request: Request) -> Response {
    do throws(ControlError) {
      switch router.match(request.method, request.target) {
      case .found(let route, let parameters):
        try check(request, of: route)
        try route.checkQuery(of: request)
        return try perform(route, parameters, request)
      case .wrongMethod(let allowed):
        if case .found(let route, _) = router.match(.get, request.target), route.isPage {
          try check(request, of: route)
        } else {
          try doorkeeper.check(request)
        }
        return try wrongMethod(request, allowed: allowed.map(\.rawValue).joined(separator: ", "))
      case .notFound:
        if configuration.hasControl { try doorkeeper.check(request) }
        throw notFound(request)
      }
    } catch {
      return dated(error.response(to: request, nil), directory.timeWithoutSandbox())
    }
  }

  private func check(_ request: Request, of route: BackstageRoute) throws(ControlError) {
    if route.isOpen { return }
    if route.isPage { try doorkeeper.checkPage(request) } else { try doorkeeper.check(request) }
  }

  private func perform(
    _ route: BackstageRoute, _ parameters: PathParameters, _ request: Request
  ) throws(ControlError) -> Response {
    var call = ControlCall(
      request: request, parameters: parameters, directory: directory, status: status, configuration: configuration)
    do throws(ControlError) {
      var response = try route.handler(&call)
      if route.method == .get, let hint = call.keyHint, let name = Self.diagnosis {
        response.fields[name] = hint.headerText
      }
      return dated(response, call.picked?.now() ?? directory.timeWithoutSandbox())
    } catch {
      return dated(error.response(to: request, call.picked), call.picked?.now() ?? directory.timeWithoutSandbox())
    }
  }

  private func dated(_ response: Response, _ now: Instant) -> Response {
    var response = response
    response.fields[.date] = HTTPDate.string(for: now)
    return response
  }

  private func wrongMethod(_ request: Request, allowed: String) throws(ControlError) -> Response {
    if request.method == .options {
      return dated(Response(status: .noContent, fields: [.allow: allowed]), directory.timeWithoutSandbox())
    }
    var error = ControlError(
      .methodNotAllowed, "The method is not allowed here.", path: request.target.path, expected: allowed,
      found: request.method.rawValue)
    error.fields[.allow] = allowed
    throw error
  }

  private func notFound(_ request: Request) -> ControlError {
    guard configuration.hasControl else {
      return ControlError(
        .notFound, "This server was started without its control API.", path: request.target.path,
        expected: Self.prefix + "health", found: request.target.path)
    }
    var paths: [String] = ["console/{file}"]
    for path in BackstageRoutes.all.map(\.path) where !paths.contains(path) { paths.append(path) }
    // Names in a path can be anything; the path's first word is enough to tell what was meant.
    let word = request.target.segments.dropFirst().first ?? ""
    let words = Set(paths.map { path in String(path.prefix { $0 != "/" }) }).sorted()
    let hint = words.contains(word) ? "" : Spelling.hint(for: word, among: words)
    return ControlError(
      .notFound, "The control API has no such path.", path: request.target.path,
      expected: "\(Self.prefix) and one of \(paths.joined(separator: ", "))",
      found: request.target.path + hint)
  }
}
