import CommandArguments
import JSONText

/// `willcall orders`: lists what has been bought in a sandbox.
struct OrdersCommand: ControlCommand {
  static let name = "orders"
  static let abstract = "List the orders of a running server's sandbox."
  static let discussion = "State: voided, or the date from which the order's tokens are available."

  static var options: [CommandOption<Self>] { [keyOption] + serverOptions }

  var control = ControlArguments()

  func run() throws(CommandFailure) {
    let answer = try control.client().get("orders", member: "orders")
    var table = TextTable([
      .init("ORDER", least: 16), .init("EVENT", least: 16), .init("ACCOUNT", least: 7),
      .init("SEATS", isNumber: true),
      .init("TOTAL", isNumber: true), .init("PLACED"), .init("STATE"),
    ])
    let orders = answer["orders"].map { Array($0.elements) } ?? []
    for order in orders {
      func text(_ name: String) -> String { order[name].map { $0.isNull ? "" : $0.string ?? $0.text } ?? "" }
      var state = ""
      if order["voided"]?.bool == true {
        state = "voided"
      } else if order["deliverable"]?.bool == false {
        state = "from \(text("delivery_from").prefix(10))"
      }
      table.add([
        text("order_number"), text("event_id"), text("account"), "\(order["tickets"]?.elements.count ?? 0)",
        text("grand"), String(text("placed").prefix(10)), state,
      ])
    }
    if orders.isEmpty { return StandardStreams.output("no orders") }
    for line in table.lines { StandardStreams.output(line) }
    let more = Int(answer["total"]?.integer ?? 0) - orders.count
    if more > 0 { StandardStreams.output("and \(more) more") }
  }
}
