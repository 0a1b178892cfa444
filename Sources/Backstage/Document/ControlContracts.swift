import HTTPTypes
import Ledger

/// What every route of the control API promises, by `METHOD path` as the route table has it.
enum ControlContracts {
  private typealias Schemas = ControlSchemas

  static let all: [String: ControlContract] = [
    "GET health": ControlContract(
      "Tell whether the server is ready.", .ok("It is ready.", Schemas.health),
      .json(503, "It is starting or draining.", Schemas.health)),
    "GET metrics": ControlContract("Count for Prometheus.", .text("text/plain", "Counts in Prometheus' text format.")),
    "GET openapi.json": ControlContract(
      "Get the Partner API as an OpenAPI document.", .ok("The document.", Schemas.document)),
    "GET control-openapi.json": ControlContract(
      "Get this document.", .ok("The document.", Schemas.document)),
    "GET sandboxes": ControlContract("List the sandboxes.", .ok("The sandboxes.", Schemas.sandboxes)),
    "POST gate/scan": ControlContract(
      "Hold a ticket under the scanner at the gate.", body: Schemas.scanned, .ok("The verdict.", Schemas.verdict)),
    "GET tickets/{ticket}/symbol.svg": ControlContract(
      "Draw what an SDK draws of a ticket's newest token.", .text("image/svg+xml", "The symbol."), errors: [409]),
    "GET report": ControlContract(
      "Judge what was done against the rules of the integration.",
      .ok(
        "The report.", Schemas.report, or: ["text/plain", "application/xml", "text/html", "text/markdown"])),
    "GET waivers": ControlContract("List what is waived.", .ok("The waivers.", Schemas.waivers)),
    "POST waivers": ControlContract(
      "Waive rules from now on.", body: Schemas.waiving, .ok("The waivers.", Schemas.waivers)),
    "DELETE waivers": ControlContract("Waive nothing any more.", .nothing("Nothing is waived.")),
    "GET clock": ControlContract("Read the clock.", .ok("What it shows.", Schemas.clock)),
    "POST clock": ControlContract(
      "Move the clock, by exactly one of the members.", body: Schemas.move,
      .ok("What it shows, and what happened because of the move.", Schemas.clock), errors: [409]),
    "POST reset": ControlContract(
      "Go back to the seed.", body: Schemas.reset, isBodyOptional: true, .ok("What went back.", Schemas.wasReset)),
    "GET scenarios": ControlContract("List the scenarios in force.", .ok("The scenarios.", Schemas.scenarios)),
    "PUT scenarios": ControlContract(
      "Replace the sandbox's own scenarios.", body: Schemas.activation, .ok("The scenarios.", Schemas.scenarios)),
    "GET faults": ControlContract("List the faults in force.", .ok("The faults.", Schemas.faults)),
    "POST faults": ControlContract(
      "Put a rule in force for some requests.", body: Schemas.rule, .json(201, "The fault.", Schemas.fault),
      errors: [409]),
    "DELETE faults": ControlContract("Remove all faults.", .nothing("They are gone.")),
    "GET faults/{fault}": ControlContract("Read a fault.", .ok("The fault.", Schemas.fault)),
    "DELETE faults/{fault}": ControlContract("Remove a fault.", .nothing("It is gone.")),
    "GET requests": ControlContract("List what was asked.", .ok("The requests.", Schemas.entries)),
    "GET requests/{request}": ControlContract("Read a request.", .ok("The request.", Schemas.entry)),
    "POST verify": ControlContract(
      "Tell whether the app asked what is expected.", body: Schemas.verification, isBodyOptional: true,
      .ok("It did.", Schemas.verified), .json(406, "It did not.", Schemas.notVerified)),
    "GET stream": ControlContract(
      "Listen to what happens.", .text("text/event-stream", "Server-sent events."), errors: [503]),
    "GET carts": ControlContract("List the live carts.", .ok("The carts.", Schemas.carts)),
    "GET carts/{cart}": ControlContract("Read a live cart.", .ok("The cart.", Schemas.cart)),
    "GET orders": ControlContract("List the orders.", .ok("The orders.", Schemas.orders)),
    "POST orders": ControlContract(
      "Sell tickets without the steps between.", body: Schemas.sale, .json(201, "The order.", Schemas.sold),
      errors: [409]),
    "GET orders/{order}": ControlContract("Read an order.", .ok("The order.", Schemas.order)),
    "POST orders/{order}/void": ControlContract(
      "Void an order.", .ok("It no longer admits.", Schemas.voided), errors: [422]),
    "GET orders/{order}/{host}": ControlContract(
      "Read an order, by its number with a plain slash.", .ok("The order.", Schemas.order)),
    "POST orders/{order}/{host}/void": ControlContract(
      "Void an order, by its number with a plain slash.", .ok("It no longer admits.", Schemas.voided), errors: [422]),
    "PUT members/{token}/card": ControlContract(
      "Put a card on file for a member.", body: Schemas.card, isBodyOptional: true,
      .ok("The card, in the place of another.", Schemas.cardOnFile), .json(201, "The card.", Schemas.cardOnFile)),
    "GET events": ControlContract("List the events of the sandbox.", .ok("The events.", Schemas.events)),
    "PUT events/{event}": ControlContract(
      "Put an event into the sandbox.", body: Schemas.document,
      .ok("The event, in the place of another.", Schemas.event),
      .json(201, "The event.", Schemas.event), errors: [409]),
    "GET state": ControlContract("Export the sandbox.", .ok("The state.", Schemas.document)),
    "PUT state": ControlContract(
      "Restore the sandbox.", body: Schemas.document, .nothing("The state is in force.")),
  ]

  /// What a route promises; `nil` if nobody has said.
  static func contract(of route: BackstageRoute) -> ControlContract? { all["\(route.method.rawValue) \(route.path)"] }

  /// What the parameters of paths and queries are, by name.
  static let parameters: [String: (about: String, schema: ControlSchema)] = [
    "fault": ("The id of a fault.", .text),
    "request": ("What X-Willcall-Request said, such as r17, or s24 of the server's own journal.", .text),
    "cart": ("The id of a cart, percent-encoded.", .text),
    "order": ("An order's token, or its number, percent-encoded.", .text),
    "host": ("What follows the slash of an order's number.", .text),
    "token": ("A member's access token.", .text),
    "event": ("The event's id.", .text),
    "ticket": ("The barcode of a ticket.", .text),
    "device": ("The id of a device; needed if several have tokens of the ticket.", .text),
    "at": ("When it is drawn; now if absent.", .instant),
    "format": ("The form of the report.", .choice(ReportFormat.allCases.map(\.rawValue))),
    "strict": ("warnings: they count as failures.", .choice(["warnings"])),
    "colours": ("Whether the text has a terminal's colours.", .choice(["true", "false"])),
    "operation": ("Keeps requests of one operation.", ControlSchemas.operation),
    "outcome": ("Keeps requests with one outcome.", ControlSchemas.outcome),
    "status": (
      "Keeps requests with a status such as 400, or of a class such as 4xx.", .pattern("^[1-5]([0-9]{2}|xx)$")
    ),
    "limit": ("The most requests: the first after since, the last without it.", .integer(1...Int.max)),
    "since": ("Keeps what came after a request such as r17, or from an instant on.", .text),
  ]
}
