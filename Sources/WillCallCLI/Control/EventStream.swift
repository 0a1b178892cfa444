import HTTPTypes
import LoopbackClient

/// What happens on a server, as it happens: `GET /__willcall/stream`.
final class EventStream {
  /// A server-sent event.
  struct Event {
    let name: String
    let data: String
  }

  /// A comment comes every 15 seconds, so a server that is silent for this long is gone.
  private static let patience = Duration.seconds(60)

  private let client: ControlClient
  private let connection: HTTPConnection
  private var pending: [UInt8] = []

  /// Opens the stream; once this returns, no later event is missed.
  ///
  /// - Throws: ``CommandFailure`` in one line.
  init(_ client: ControlClient) throws(CommandFailure) {
    self.client = client
    var head: ClientResponse
    do throws(ClientError) {
      let (endpoint, target) = try Endpoint.parse(url: client.baseURL + client.target("stream"))
      connection = try HTTPConnection(to: endpoint)
      try connection.sendRequest(.get, target, fields: client.fields)
      head = try connection.readHead()
      if head.status != 200 {
        while let piece = try connection.readPiece() { head.body += piece }
      }
    } catch {
      throw client.unreachable(error)
    }
    guard head.status == 200 else { throw client.refusal(head, path: "stream") }
    connection.timeout = Self.patience
    // The first piece is a comment, which says that no later event is missed.
    pending = try piece()
  }

  /// Waits for the next events; returns none if only a comment or part of an event came.
  ///
  /// - Throws: ``CommandFailure`` in one line if there will be no more.
  func next() throws(CommandFailure) -> [Event] {
    let events = take()
    if !events.isEmpty { return events }
    pending += try piece()
    return take()
  }

  /// Takes the events that are complete.
  private func take() -> [Event] {
    var events: [Event] = []
    var start = 0
    for place in pending.indices.dropFirst() where pending[place] == 0x0A && pending[place - 1] == 0x0A {
      if let event = Self.event(pending[start..<place]) { events.append(event) }
      start = place + 1
    }
    pending.removeFirst(start)
    return events
  }

  private func piece() throws(CommandFailure) -> [UInt8] {
    let piece: [UInt8]?
    do throws(ClientError) {
      piece = try connection.readPiece()
    } catch {
      throw client.unreachable(error)
    }
    guard let piece else { throw .runtime("\(client.baseURL) closed the stream") }
    return piece
  }

  /// Reads the fields of one event; `nil` for a comment.
  private static func event(_ bytes: ArraySlice<UInt8>) -> Event? {
    var (name, data) = ("", "")
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      if line.hasPrefix("event: ") { name = String(line.dropFirst(7)) }
      if line.hasPrefix("data: ") { data += line.dropFirst(6) }
    }
    return name.isEmpty ? nil : Event(name: name, data: data)
  }
}
