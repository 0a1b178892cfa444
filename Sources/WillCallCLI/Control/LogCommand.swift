import CommandArguments
import JSONText
import LoopbackClient

/// `willcall log`: shows the requests to a sandbox.
struct LogCommand: ControlCommand {
  static let name = "log"
  static let abstract = "Print the requests that a running server's sandbox received."
  static let discussion = """
    One line per request: the sandbox's time, id, status or outcome, operation,
    milliseconds, and why it was refused. To see the bodies, use curl:
    GET /__willcall/requests/ID.
    """

  static var options: [CommandOption<Self>] {
    [
      keyOption,
      .flag(
        "follow", letter: "f",
        help: "Keep printing new requests until Ctrl-C; without a key, those of all sandboxes.",
        set: { $0.follows = true }),
      .option(
        "limit", value: "n", expected: "a number from 0 to 1000",
        help: "Print only the last n requests. (default: 100)",
        parse: { text in Int(text).flatMap { (0...1000).contains($0) ? $0 : nil } }, set: { $0.limit = $1 }),
    ] + serverOptions
  }

  var control = ControlArguments()
  private var follows = false
  private var limit = 100

  func run() throws(CommandFailure) {
    let client = try control.client()
    let line = JournalLine(hasSandbox: client.key == nil && follows, isStyled: StandardStreams.outputIsStyled)
    // Opening the stream first makes sure that nothing is missed; entries that are in the journal too are shown once.
    let stream = follows ? try EventStream(client) : nil
    var told: Set<String> = []
    if limit > 0, client.key != nil || !follows {
      let journal = try client.get("requests", [("limit", "\(limit)")], member: "requests")
      for entry in journal["requests"].map({ Array($0.elements) }) ?? [] {
        told.insert(Self.identity(entry))
        StandardStreams.output(line.text(entry))
      }
    }
    guard let stream else {
      if told.isEmpty { StandardStreams.output("no requests yet") }
      return
    }
    while !StandardStreams.isOutputLost {
      for event in try stream.next() where event.name == "request" {
        guard let entry = try? JSONValue.parse(Array(event.data.utf8)) else { continue }
        // Ids start over after a reset, so forget what was shown once something new has come.
        if told.contains(Self.identity(entry)) { continue }
        told = []
        StandardStreams.output(line.text(entry))
      }
    }
  }

  private static func identity(_ entry: JSONValue) -> String {
    ["id", "time", "outcome"].map { entry[$0]?.text ?? "" }.joined(separator: " ")
  }
}
