import HTTPTypes
import HTTPWire

/// A connection machine with a driver that only takes notes.
final class MachineRig {
  var machine: ConnectionMachine

  /// What was done, in order; each write as its text.
  private(set) var log: [String] = []
  private(set) var waiting: [(id: ExchangeID, request: Request)] = []

  /// Whether requests are answered while they are handled, with their path.
  var answersAtOnce = false

  /// Whether writes succeed at once.
  var writesAtOnce = true

  init(
    _ limits: Limits = Limits(), answersAtOnce: Bool = false, multiplexed: MultiplexedMachine.Maker? = nil,
    tunnelFault: ConnectionMachine.TunnelFault? = nil
  ) {
    machine = ConnectionMachine(limits: limits, multiplexed: multiplexed, tunnelFault: tunnelFault) { fault, _ in
      Response(fault.status, text: "\(fault)")
    }
    self.answersAtOnce = answersAtOnce
    perform()
    log = []
  }

  var hasMetTLS: Bool { machine.hasMetTLS }

  /// The log since the last call.
  func takeLog() -> [String] {
    defer { log = [] }
    return log
  }

  /// The timers and pauses left out: what the peer would notice.
  func takeVisible() -> [String] {
    takeLog().filter { entry in !["start", "stop", "pause", "resume"].contains { entry.hasPrefix($0) } }
  }

  func received(_ text: String) {
    machine.received(Array(text.utf8))
    perform()
  }

  func happened(_ event: (inout ConnectionMachine) -> Void) {
    event(&machine)
    perform()
  }

  func answer(_ response: Response = Response(text: "ok"), delivery: Delivery = .plain) {
    guard !waiting.isEmpty else { return log.append("nobody waits") }
    machine.answered(waiting.removeFirst().id, with: response, delivery: delivery)
    perform()
  }

  private func perform() {
    while let action = machine.nextAction() {
      switch action {
      case .handle(let request, let id):
        log.append("handle \(request.method) \(request.target.raw)")
        if answersAtOnce {
          machine.answered(id, with: Response(text: request.target.raw))
        } else {
          waiting.append((id, request))
        }
      case .write(let bytes):
        log.append("write " + Self.brief(String(decoding: bytes, as: UTF8.self)))
        if writesAtOnce { machine.wrote(bytes.count) }
      case .closeWriting: log.append("closeWriting")
      case .close: log.append("close")
      case .reset: log.append("reset")
      case .pauseReading: log.append("pause")
      case .resumeReading: log.append("resume")
      case .startTimer(let timer): log.append("start \(timer)")
      case .stopTimer: log.append("stop")
      case .openTunnel(let bytes): log.append("tunnel " + String(decoding: bytes, as: UTF8.self))
      case .wake(let delay): log.append("wake \(delay)")
      case .wakeExchange, .finished, .abandoned: log.append("\(action)")
      }
    }
  }

  /// Each response in a text as its status, `close` if it says so, and its body.
  private static func brief(_ text: String) -> String {
    guard text.hasPrefix("HTTP/1.1 ") else { return text }
    return text.split(separator: "HTTP/1.1 ", omittingEmptySubsequences: true).map { part in
      let halves = part.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
      let closes = halves[0].contains("Connection: close") ? " close" : ""
      let body = halves.count > 1 && !halves[1].isEmpty ? " \(halves[1])" : ""
      return "\(part.prefix(3))\(closes)\(body)"
    }.joined(separator: " | ")
  }
}

/// A request that asks for `path`.
func get(_ path: String, _ lines: String = "") -> String {
  "GET \(path) HTTP/1.1\r\nHost: a\r\n\(lines)\r\n"
}
