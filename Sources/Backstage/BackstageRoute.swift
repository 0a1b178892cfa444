import HTTPTypes

/// The paths of the control API, below ``BackstageService/prefix``.
enum BackstageRoute: String, Sendable, CaseIterable {
  case health

  var method: HTTPRequest.Method { .get }
}
