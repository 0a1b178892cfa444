import HTTPTypes
import HTTPWire
import Sandboxes

/// `GET stream`.
enum StreamHandlers {
  /// Answers with the head of the stream.
  static func open(_ call: inout ControlCall) throws(ControlError) -> Response {
    _ = try key(call.request, call.directory)
    return Response(contentType: "text/event-stream", body: [], fields: [.cacheControl: "no-store"])
  }

  /// The key of the sandbox to listen to; `nil` for all of them.
  ///
  /// - Throws: 400 if this server does not accept the key.
  static func key(_ request: Request, _ directory: SandboxDirectory) throws(ControlError) -> String? {
    guard let key = try SandboxKey.find(in: request), key != SandboxKey.all else { return nil }
    if key == SandboxDirectory.ownKey { return key }
    try SandboxKey.check(key, in: directory)
    return key
  }

  /// The id of the newest event that a client has seen on an earlier connection; `nil` if it has seen none.
  static func lastEvent(of request: Request) -> String? {
    lastEventID.flatMap { request.fields[$0] }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// What a browser's `EventSource` sends when it connects again (HTML Standard, server-sent events).
  private static let lastEventID = HTTPField.Name("Last-Event-ID")

  /// The error for when there are too many listeners.
  static var isFull: ControlError {
    ControlError(
      .serviceUnavailable, "There are too many listeners.", path: "/stream",
      expected: "at most \(Broadcast.listenerLimit) at once", found: "one more")
  }
}
