import ArgumentParser
import WillCall

/// `willcall walkthrough`: a partner app in slow motion.
struct WalkthroughCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "walkthrough",
    abstract: "Play a partner app through the six SafeTix calls, printing each request and answer.",
    discussion: "Starts a server of its own on a free port unless --url names one.")

  @Option(help: ArgumentHelp("A running server.", valueName: "url"))
  var url: String?

  @Flag(
    name: .customLong("delay-delivery"),
    help: "Buy for an event whose tokens are delivered three days later, and let them pass by the control API.")
  var delayDelivery = false

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
    let eventID = delayDelivery ? "3F00DE1A00000001" : "3F005105D843DFA3"
    var walkthrough = Walkthrough(baseURL: base, eventID: eventID, page: WalkthroughPage())
    let result = Result { try delayDelivery ? walkthrough.playDelayDelivery() : walkthrough.play() }
    await own?.stop()
    try result.get()
  }
}
