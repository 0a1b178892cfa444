import Backstage
import HTTPWire
import SocketServer

/// Sends the answers of the control API to a connection.
struct ExchangeOutlet: ControlOutlet {
  let exchange: Exchange
  /// Called with the answer, or with the head of the stream.
  let answered: (@Sendable (Response) -> Void)?

  func answer(_ response: Response) {
    // First, for the client may stop the server as soon as it has its answer.
    answered?(response)
    exchange.answer(response)
  }

  func stream(head: Response) -> any EventSink {
    answered?(head)
    return StreamSink(stream: exchange.stream(head: head))
  }
}

/// Sends events to a connection; bounded by ``HTTPWire/Limits/unsentStreamBytes``.
private struct StreamSink: EventSink {
  let stream: ResponseStream

  func send(_ bytes: [UInt8]) -> Bool { stream.send(bytes) }

  var isClosed: Bool { stream.isClosed }
}
