import CommandArguments
import JSONText

/// `willcall clock`: shows or changes the time in a sandbox.
struct ClockCommand: ControlCommand {
  static let name = "clock"
  static let abstract = "Show or move the clock of a running server's sandbox."
  static let discussion = """
    Prints the time, the holds that expired and the orders whose tokens became
    available because of the move. --key '*' moves the clocks of all sandboxes.
    """

  static var options: [CommandOption<Self>] { [keyOption] + serverOptions }

  static var operand: Operand<Self>? {
    .optional(
      "when",
      help:
        "+3d, +90s, +1h30m or PT5M advances it; 2026-12-01T18:00:00Z or Unix seconds sets it; freeze or resume;  "
        + "x60 runs a minute per second; now, or no argument, only reads it.",
      completion: .values(["now", "freeze", "resume", "+5m", "+1h", "+1d", "+3d", "x60"])
    ) { $0.when = $1 }
  }

  /// The maximum number of carts or orders listed.
  private static let listed = 20

  var control = ControlArguments()
  private var when = "now"

  func validate() throws(UsageError) {
    switch ClockMove(when) {
    case nil: throw UsageError("<when>", expected: ClockMove.expected, found: when)
    case .back?:
      throw UsageError("the clock only moves forward; 'willcall reset --part clock' sets it back to the start")
    default: break
    }
  }

  func run() throws(CommandFailure) {
    let client = try control.client()
    let body = ClockMove(when)?.body
    let clock =
      if let body { try client.post("clock", body, member: "now") } else { try client.get("clock", member: "now") }
    var line = clock["now"]?.string ?? ""
    if clock["frozen"]?.bool == true {
      line += ", frozen"
    } else if let rate = clock["rate"], rate.integer != 1 {
      line += ", at rate \(rate.text)"
    }
    if let count = clock["sandboxes"]?.integer { line += ", \(count) \(count == 1 ? "sandbox" : "sandboxes")" }
    StandardStreams.output(TerminalText.escaped(line))
    tell(
      clock["expiredCarts"], list: "carts", one: "cart has expired", many: "carts have expired",
      { cart in
        let seats = cart["seats"].map { $0.elements.compactMap(\.string).joined(separator: ", ") } ?? ""
        return "\(cart["cart_id"]?.string ?? ""): \(seats)"
      })
    tell(
      clock["deliverable"], list: "orders", one: "order's tokens are available now",
      many: "orders' tokens are available now",
      { $0.string ?? "" })
  }

  /// Prints a heading and one line per element of a list, unless it is empty.
  private func tell(
    _ value: JSONValue?, list: String, one: String, many: String, _ text: (JSONValue) -> String
  ) {
    guard let value, let total = value["total"]?.integer, total > 0 else { return }
    StandardStreams.output("\(total) \(total == 1 ? one : many):")
    let elements = value[list].map { Array($0.elements.prefix(Self.listed)) } ?? []
    for element in elements {
      let lines = TerminalText.wrapped(TerminalText.escaped(text(element)), from: 2, indent: 4)
      StandardStreams.output("  " + lines.joined(separator: "\n"))
    }
    if Int(total) > elements.count { StandardStreams.output("  and \(Int(total) - elements.count) more") }
  }
}
