import HTTPTypes
public import HTTPWire
import JSONText
public import PartnerAPI

/// The control API under `/__willcall/`.
public struct BackstageService: Sendable {
  /// The path under which the control API lives.
  public static let prefix = "/__willcall/"

  private let directory: SandboxDirectory
  private let status: ServiceStatus
  private let router: Router<BackstageRoute>

  /// Makes the service.
  ///
  /// - Parameters:
  ///   - directory: the sandboxes it controls.
  ///   - status: whether the server is ready, and since when.
  /// - Throws: the router's error if the route table contradicts itself.
  public init(directory: SandboxDirectory, status: ServiceStatus) throws(RoutingError) {
    self.directory = directory
    self.status = status
    router = try Router(BackstageRoute.allCases.map { Route($0.method, Self.prefix + $0.rawValue, $0) })
  }

  /// Answers a request whose path begins with ``prefix``.
  ///
  /// Takes microseconds and never blocks.
  public func respond(to request: Request) -> Response {
    switch router.match(request.method, request.target) {
    case .found(.health, _):
      return status.health(at: directory.timeWithoutSandbox())
    case .wrongMethod(let allowed):
      var response = ControlError(
        message: "The method is not allowed here.", path: request.target.path,
        expected: allowed.map(\.rawValue).joined(separator: ", "), found: request.method.rawValue
      ).response(status: .methodNotAllowed)
      response.fields[.allow] = allowed.map(\.rawValue).joined(separator: ", ")
      return response
    case .notFound:
      let known = BackstageRoute.allCases.map { Self.prefix + $0.rawValue }.joined(separator: ", ")
      return ControlError(
        message: "The control API has no such path.", path: request.target.path, expected: known,
        found: request.target.path
      ).response(status: .notFound)
    }
  }
}
