import HTTPTypes
import HTTPWire

/// One entry of the control API's route table.
struct BackstageRoute: Sendable {
  typealias Handler = @Sendable (inout ControlCall) throws(ControlError) -> Response

  let method: HTTPRequest.Method
  /// The path below ``BackstageService/prefix``, with `{parameter}` segments.
  let path: String
  /// The query parameters that it takes besides `apikey`.
  let query: [String]
  /// Whether it is answered without any checks of who is asking, or how.
  let isOpen: Bool
  /// Whether it serves a file of the page: without the token, which the page asks for, and whatever the query says.
  let isPage: Bool
  /// Whether a successful answer continues as a stream of events.
  let isStream: Bool
  let handler: Handler

  init(
    _ method: HTTPRequest.Method, _ path: String, query: [String] = [], isOpen: Bool = false,
    isPage: Bool = false, isStream: Bool = false,
    _ handler: @escaping Handler
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.isOpen = isOpen
    self.isPage = isPage
    self.isStream = isStream
    self.handler = handler
  }

  /// Refuses unknown query parameters, and those with two different values.
  ///
  /// - Throws: 400 for the first one.
  func checkQuery(of request: Request) throws(ControlError) {
    if isOpen || isPage { return }
    let known = ["apikey"] + query
    for item in request.target.query.items where item.name != "apiKey" && !known.contains(item.name) {
      throw ControlError(
        .badRequest, "The query has an unknown parameter.", path: "?\(item.name)",
        expected: known.joined(separator: ", "), found: item.name)
    }
    for name in query {
      let values = request.target.query.all(name)
      if let other = values.first(where: { $0 != values.first }) {
        throw ControlError(
          .badRequest, "The query has a parameter more than once, with different values.", path: "?\(name)",
          expected: "one value", found: "\(values.first ?? "") and \(other)")
      }
    }
  }
}
