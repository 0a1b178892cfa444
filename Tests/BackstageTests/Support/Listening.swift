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

  /// The events so far, and that they have the form of server-sent events.
  func events(sourceLocation: SourceLocation = #_sourceLocation) throws -> [Event] {
    let blocks = text.split(separator: "\n\n")
    #expect(text.isEmpty || text.hasSuffix("\n\n"), sourceLocation: sourceLocation)
    return try blocks.filter { !$0.hasPrefix(":") }.map { block in
      let lines = block.split(separator: "\n", omittingEmptySubsequences: false)
      try #require(lines.count == 2, "\(block)", sourceLocation: sourceLocation)
      try #require(lines[0].hasPrefix("event: ") && lines[1].hasPrefix("data: "), sourceLocation: sourceLocation)
      return Event(
        name: String(lines[0].dropFirst("event: ".count)),
        data: try JSONValue.parse(Array(lines[1].dropFirst("data: ".count).utf8)))
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
