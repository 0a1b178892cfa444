import CommandArguments
import WillCall

/// `willcall walkthrough`: a partner app in slow motion.
struct WalkthroughCommand: ServingCommand {
  static let name = "walkthrough"
  static let abstract = "Play a partner app through the six SafeTix calls, printing each request and answer."
  static let discussion = "Starts its own server on a free port unless --url names one."

  static var options: [CommandOption<Self>] {
    [
      .text("url", value: "url", help: "A running server.") { $0.url = $1 },
      .flag(
        "delay-delivery",
        help: "Buy tickets whose tokens are delivered three days later, and skip the days with the control API.",
        set: { $0.delaysDelivery = true }),
      .option(
        "pace", value: "seconds|key", expected: Pace.expected,
        help: "Wait between steps: a number of seconds, or until a key is pressed (q quits). Default: no wait.",
        completion: .values(["1", "3", "key"]), parse: Pace.parse, set: { $0.pace = $1 }),
      key("key", help: "The partner key. (default: walkthrough)"),
      key("api-key", help: "The same as --key."),
      ControlToken.option { $0.controlToken = $1 },
    ]
  }

  private static func key(_ name: String, help: String) -> CommandOption<Self> {
    .option(
      name, value: "key", expected: "a key", help: help, parse: { $0.isEmpty ? nil : $0 }, set: { $0.key = $1 })
  }

  private var url: String?
  private var pace = Pace.none
  private var key = "walkthrough"
  private var controlToken: String?
  private var delaysDelivery = false

  func run() async throws {
    if pace == .key, !Keyboard.isThere {
      throw CommandFailure.usage("--pace key needs a terminal; elsewhere --pace takes seconds")
    }
    var token = controlToken
    if token == nil { token = try ControlToken.environment() }
    var own: WillCallServer?
    let base: String
    if let url {
      let url = PlainURL.of(url)
      base = url.hasSuffix("/") ? String(url.dropLast()) : url
    } else {
      do throws(StartError) {
        let server = try await WillCall.start(port: 0)
        own = server
        base = server.url
      } catch {
        throw CommandFailure.runtime("\(error)")
      }
    }
    let eventID = delaysDelivery ? "3F00DE1A00000001" : "3F005105D843DFA3"
    var walkthrough = Walkthrough(
      client: WalkthroughClient(baseURL: base, controlToken: token), key: key, eventID: eventID, pace: pace)
    let result = Result { try delaysDelivery ? walkthrough.playDelayDelivery() : walkthrough.play() }
    await own?.stop()
    try result.get()
  }
}
