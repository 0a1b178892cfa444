import CommandArguments
import WillCall

/// `willcall walkthrough`: a partner app in slow motion.
struct WalkthroughCommand: ServingCommand {
  static let name = "walkthrough"
  static let abstract = "Play a partner app through the six SafeTix calls, printing each request and answer."
  static let discussion = "Starts a server of its own on a free port unless --url names one."

  static var options: [CommandOption<Self>] {
    [
      .text("url", value: "url", help: "A running server.") { $0.url = $1 },
      .flag(
        "delay-delivery",
        help: "Buy for an event whose tokens are delivered three days later, and let them pass by the control API.",
        set: { $0.delaysDelivery = true }),
    ]
  }

  private var url: String?
  private var delaysDelivery = false

  func run() async throws {
    var own: WillCallServer?
    let base: String
    if let url {
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
    var walkthrough = Walkthrough(baseURL: base, eventID: eventID, page: WalkthroughPage())
    let result = Result { try delaysDelivery ? walkthrough.playDelayDelivery() : walkthrough.play() }
    await own?.stop()
    try result.get()
  }
}
