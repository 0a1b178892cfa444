import Determinism
import HTTPTypes
public import HTTPWire
import JSONText

/// The Partner API: one function from a request to its answer.
///
/// The order of work is written down here and nowhere else: CORS preflight, route, key, sandbox, handler, headers. A
/// handler validates the whole request before it changes anything.
public struct PartnerService: Sendable {
  /// The sandboxes.
  public let directory: SandboxDirectory
  /// How it answers.
  public let configuration: PartnerConfiguration
  private let router: Router<PartnerRoute>
  private let requestsWithoutSandbox = RequestCounter()

  /// Makes a service.
  ///
  /// - Throws: the router's error if the route table contradicts itself.
  public init(directory: SandboxDirectory, configuration: PartnerConfiguration) throws(RoutingError) {
    self.directory = directory
    self.configuration = configuration
    router = try RouteTable.router()
  }

  /// Answers a request.
  ///
  /// Takes microseconds and never blocks.
  public func respond(to request: Request) -> Response {
    if request.method == .options { return options(request) }
    do throws(APIError) {
      let (route, parameters) = try route(for: request)
      switch route.access {
      case .open: return openPage(route, parameters, request)
      case .key: return keyed(route, parameters, request)
      }
    } catch {
      return finish(Answer(error), request: request, at: nil)
    }
  }

  /// Answers something found wrong on the wire, in the vendor's error shape.
  public func respond(to fault: RequestFault) -> Response {
    let entry = ErrorCatalogue.wireFault(status: fault.status.code, sentence: fault.status.reasonPhrase)
    return finish(Answer(APIError(entry, fault.sentence)), request: nil, at: nil)
  }

  private func keyed(_ route: PartnerRoute, _ parameters: PathParameters, _ request: Request) -> Response {
    let key: String
    do throws(APIError) {
      key = try APIKey.find(in: request)
      guard directory.accepts(key) else {
        throw APIError(ErrorCatalogue.invalidAPIKey, "This server accepts only the keys it was started with.")
      }
    } catch {
      return finish(Answer(error), request: request, at: nil)
    }
    let sandbox = directory.sandbox(for: key)
    var call = Call(
      request: request, parameters: parameters, sandbox: sandbox, now: sandbox.now(), service: self)
    return finish(perform(route, &call), request: request, at: call)
  }

  private func openPage(_ route: PartnerRoute, _ parameters: PathParameters, _ request: Request) -> Response {
    guard let (sandbox, _) = request.target.query.first("token").flatMap(directory.order(token:)) else {
      let error = APIError(ErrorCatalogue.orderNotFound, "No sandbox has an order with this token.")
      return finish(Answer(error), request: request, at: nil)
    }
    var call = Call(
      request: request, parameters: parameters, sandbox: sandbox, now: sandbox.now(), service: self)
    return finish(perform(route, &call), request: request, at: call)
  }

  private func perform(_ route: PartnerRoute, _ call: inout Call) -> Answer {
    do throws(APIError) {
      return try route.handler(&call)
    } catch {
      return Answer(error)
    }
  }

  private func route(for request: Request) throws(APIError) -> (PartnerRoute, PathParameters) {
    switch router.match(request.method, request.target) {
    case .found(let route, let parameters):
      return (route, parameters)
    case .wrongMethod(let allowed):
      let list = allowed.map(\.rawValue).joined(separator: ", ")
      throw APIError(
        ErrorCatalogue.methodNotAllowed, "\(request.method.rawValue) is not allowed here; the path takes \(list).",
        allow: list)
    case .notFound:
      throw APIError(
        ErrorCatalogue.routeNotFound,
        RouteAdvice.sentence(for: request.target.path, method: request.method.rawValue))
    }
  }

  /// `OPTIONS`: the methods of a path, and the preflight of a browser.
  private func options(_ request: Request) -> Response {
    var methods: [HTTPRequest.Method]
    if request.target.isAsterisk {
      methods = [.get, .head, .post, .put, .delete, .options]
    } else {
      methods = router.allowedMethods(for: request.target)
      if methods.isEmpty {
        let error = APIError(
          ErrorCatalogue.routeNotFound, RouteAdvice.sentence(for: request.target.path, method: "OPTIONS"))
        return finish(Answer(error), request: request, at: nil)
      }
    }
    if !methods.contains(.options) { methods.append(.options) }
    var response = finish(.noContent, request: request, at: nil)
    response.fields[.allow] = methods.map(\.rawValue).joined(separator: ", ")
    if configuration.cors.isPreflight(request) {
      configuration.cors.decorate(&response.fields, for: request, preflight: methods)
    }
    return response
  }

  /// Puts the headers on that every answer has.
  private func finish(_ answer: Answer, request: Request?, at call: Call?) -> Response {
    var fields = HTTPFields()
    fields[.date] = HTTPDate.string(for: call?.now ?? directory.timeWithoutSandbox())
    fields[ResponseHeaders.request] = call?.sandbox.nextRequestID() ?? requestsWithoutSandbox.next()
    var body: [UInt8] = []
    switch answer.body {
    case .none: break
    case .json(let bytes):
      fields[.contentType] = "application/json"
      body = bytes
    case .html(let text):
      fields[.contentType] = "text/html; charset=utf-8"
      body = Array(text.utf8)
    }
    if let allow = answer.allow { fields[.allow] = allow }
    if configuration.givesHints {
      if let diagnosis = answer.diagnosis ?? answer.decision?.sentence {
        fields[ResponseHeaders.diagnosis] = ResponseHeaders.safe(diagnosis)
      }
      if let fidelity = answer.fidelity ?? answer.decision?.fidelity,
        let anchor = answer.anchor ?? answer.decision?.anchor
      {
        fields[ResponseHeaders.fidelity] = "\(fidelity.rawValue); see=\(anchor)"
      }
    }
    if let request { configuration.cors.decorate(&fields, for: request, preflight: nil) }
    return Response(status: answer.status, fields: fields, body: body)
  }
}
