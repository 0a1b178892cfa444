import Backstage
import EventCatalogue
import HTTPWire
import JSONText
import Synchronization
import Testing

/// A client of `GET stream`, in process: what it was answered, and the events so far.
final class Listening: ControlOutlet, EventSink {
  private struct Heard {
    var response: Response?
    var head: Response?
    var text = ""
    var isClosed = false
  }

  /// One server-sent event.
  struct Event {
    let id: String
    let name: String
    let data: JSONValue
  }

  private let heard = Mutex(Heard())

  /// The answer, if it was no stream.
  var response: Response? { heard.withLock { $0.response } }
  /// The head of the stream.
  var head: Response? { heard.withLock { $0.head } }
  /// All that was sent.
  var text: String { heard.withLock { $0.text } }

  /// The events so far that happened in a sandbox.
  func events(sourceLocation: SourceLocation = #_sourceLocation) throws -> [Event] {
    try allEvents(sourceLocation: sourceLocation).filter { $0.name != "hello" && $0.name != "gap" }
  }

  /// All events so far, and that they have the form of server-sent events.
  func allEvents(sourceLocation: SourceLocation = #_sourceLocation) throws -> [Event] {
    let blocks = text.split(separator: "\n\n")
    #expect(text.isEmpty || text.hasSuffix("\n\n"), sourceLocation: sourceLocation)
    return try blocks.filter { !$0.hasPrefix(":") }.map { block in
      let lines = block.split(separator: "\n", omittingEmptySubsequences: false)
      try #require(lines.count == 3, "\(block)", sourceLocation: sourceLocation)
      let values = try zip(["id: ", "event: ", "data: "], lines).map { (field, line) in
        try #require(line.hasPrefix(field), sourceLocation: sourceLocation)
        return String(line.dropFirst(field.count))
      }
      return Event(id: values[0], name: values[1], data: try JSONValue.parse(Array(values[2].utf8)))
    }
  }

  /// Goes away.
  func close() {
    heard.withLock { $0.isClosed = true }
  }

  func answer(_ response: Response) {
    heard.withLock { $0.response = response }
  }

  func stream(head: Response) -> any EventSink {
    heard.withLock { $0.head = head }
    return self
  }

  func send(_ bytes: [UInt8]) -> Bool {
    heard.withLock { heard in
      if !heard.isClosed { heard.text += String(decoding: bytes, as: UTF8.self) }
      return !heard.isClosed
    }
  }

  var isClosed: Bool { heard.withLock { $0.isClosed } }
}
