public import HTTPWire

extension PartnerService {
  /// Answers a request at once, ignoring any delay that a scenario asks for: for callers without a connection.
  public func respond(to request: Request) -> Response {
    var reply = reply(to: request)
    while true {
      switch reply {
      case .now(let response, _, _): return response
      case .later(_, let next), .aside(let next): reply = next()
      }
    }
  }
}
