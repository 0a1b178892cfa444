import HTTPTypes
import Ledger

/// What every route of the control API promises, keyed by `METHOD path` as in the route table.
enum ControlContracts {
  private typealias Schemas = ControlSchemas

  static let all: [String: ControlContract] = [
    "GET health": ControlContract(
      "Check whether the server is ready.", .ok("It is ready.", Schemas.health),
      .json(503, "It is starting or draining.", Schemas.health)),
    "GET metrics": ControlContract(
      "Get metrics for Prometheus.", .text("text/plain", "Metrics in the Prometheus text format.")),
    "GET openapi.json": ControlContract(
      "Get the Partner API as an OpenAPI document.", .ok("The document.", Schemas.document)),
    "GET control-openapi.json": ControlContract(
      "Get this document.", .ok("The document.", Schemas.document)),
    "GET ca.pem": ControlContract(
      "Get the certificate that clients of https have to trust.",
      .text("application/x-pem-file", "The certificate of the local authority in PEM.")),
    "GET sandboxes": ControlContract("List the sandboxes.", .ok("The sandboxes.", Schemas.sandboxes)),
    "POST gate/scan": ControlContract(
      "Scan a ticket at the gate.", body: Schemas.scanned, .ok("The verdict.", Schemas.verdict)),
    "GET tickets/{ticket}/symbol.svg": ControlContract(
      "Draw what an SDK draws for a ticket's newest token.", .text("image/svg+xml", "The symbol."), errors: [409]),
    "GET report": ControlContract(
      "Report how well clients followed the rules of the integration.",
      .ok(
        "The report.", Schemas.report, or: ["text/plain", "application/xml", "text/html", "text/markdown"])),
    "GET waivers": ControlContract("List the waivers.", .ok("The waivers.", Schemas.waivers)),
    "POST waivers": ControlContract(
      "Waive rules from now on.", body: Schemas.waiving, .ok("The waivers.", Schemas.waivers)),
    "DELETE waivers": ControlContract("Remove all waivers.", .nothing("The waivers are gone.")),
    "GET clock": ControlContract("Read the clock.", .ok("The clock.", Schemas.clock)),
    "POST clock": ControlContract(
      "Move the clock; send exactly one of the members.", body: Schemas.move,
      .ok("The clock, and what happened because of the move.", Schemas.clock), errors: [409]),
    "POST reset": ControlContract(
      "Reset the sandbox.", body: Schemas.reset, isBodyOptional: true, .ok("What was reset.", Schemas.wasReset)),
    "GET scenarios": ControlContract("List the scenarios in force.", .ok("The scenarios.", Schemas.scenarios)),
    "PUT scenarios": ControlContract(
      "Replace the sandbox's own scenarios.", body: Schemas.activation, .ok("The scenarios.", Schemas.scenarios)),
    "GET faults": ControlContract("List the faults in force.", .ok("The faults.", Schemas.faults)),
    "POST faults": ControlContract(
      "Add a fault, a rule for a limited number of requests.", body: Schemas.rule,
      .json(201, "The fault.", Schemas.fault),
      errors: [409]),
    "DELETE faults": ControlContract("Remove all faults.", .nothing("They are gone.")),
    "GET faults/{fault}": ControlContract("Read a fault.", .ok("The fault.", Schemas.fault)),
    "DELETE faults/{fault}": ControlContract("Remove a fault.", .nothing("It is gone.")),
    "GET requests": ControlContract("List the requests.", .ok("The requests.", Schemas.entries)),
    "GET requests/{request}": ControlContract("Read a request.", .ok("The request.", Schemas.entry)),
    "POST verify": ControlContract(
      "Check that the app made the expected requests.", body: Schemas.verification, isBodyOptional: true,
      .ok("It made them.", Schemas.verified), .json(406, "It did not make them.", Schemas.notVerified)),
    "GET stream": ControlContract(
      "Listen to events as they happen.", .text("text/event-stream", "Server-sent events."), errors: [503]),
    "GET carts": ControlContract("List the live carts.", .ok("The carts.", Schemas.carts)),
    "GET carts/{cart}": ControlContract("Read a live cart.", .ok("The cart.", Schemas.cart)),
    "GET orders": ControlContract("List the orders.", .ok("The orders.", Schemas.orders)),
    "POST orders": ControlContract(
      "Sell tickets in a single step.", body: Schemas.sale, .json(201, "The order.", Schemas.sold),
      errors: [409]),
    "GET orders/{order}": ControlContract("Read an order.", .ok("The order.", Schemas.order)),
    "POST orders/{order}/void": ControlContract(
      "Void an order.", .ok("The order is voided.", Schemas.voided), errors: [422]),
    "GET orders/{order}/{host}": ControlContract(
      "Read an order, by its number with an unencoded slash.", .ok("The order.", Schemas.order)),
    "POST orders/{order}/{host}/void": ControlContract(
      "Void an order, by its number with an unencoded slash.", .ok("The order is voided.", Schemas.voided),
      errors: [422]),
    "PUT members/{token}/card": ControlContract(
      "Put a card on file for a member.", body: Schemas.card, isBodyOptional: true,
      .ok("The card, which replaced another.", Schemas.cardOnFile), .json(201, "The card.", Schemas.cardOnFile)),
    "GET events": ControlContract("List the events of the sandbox.", .ok("The events.", Schemas.events)),
    "PUT events/{event}": ControlContract(
      "Put an event into the sandbox.", body: Schemas.document,
      .ok("The event, which replaced another.", Schemas.event),
      .json(201, "The event.", Schemas.event), errors: [409]),
    "GET events/{event}/seats": ControlContract(
      "Show which seats of an event are free, held and sold, and whose they are.", .ok("The seats.", Schemas.house)),
    "GET state": ControlContract("Export the sandbox.", .ok("The state.", Schemas.document)),
    "PUT state": ControlContract(
      "Restore the sandbox.", body: Schemas.document, .nothing("The state was restored.")),
  ]

  /// What a route promises; `nil` if it has no contract.
  static func contract(of route: BackstageRoute) -> ControlContract? { all["\(route.method.rawValue) \(route.path)"] }

  /// The path and query parameters, by name.
  static let parameters: [String: (about: String, schema: ControlSchema)] = [
    "fault": ("The id of a fault.", .text),
    "request": ("The value of X-Willcall-Request, such as r17, or s24 in the server's own journal.", .text),
    "cart": ("The id of a cart, percent-encoded.", .text),
    "order": ("An order's token, or its number, percent-encoded.", .text),
    "host": ("The part of an order's number after the slash.", .text),
    "token": ("A member's access token.", .text),
    "event": ("The event's id.", .text),
    "ticket": ("The barcode of a ticket.", .text),
    "device": ("The id of a device; needed if several have tokens for the ticket.", .text),
    "at": ("The time to draw it for; now by default.", .instant),
    "format": ("The format of the report.", .choice(ReportFormat.allCases.map(\.rawValue))),
    "strict": ("warnings: count warnings as failures.", .choice(["warnings"])),
    "colours": ("Whether the text is coloured for a terminal.", .choice(["true", "false"])),
    "operation": ("Only requests of this operation.", ControlSchemas.operation),
    "outcome": ("Only requests with this outcome.", ControlSchemas.outcome),
    "status": (
      "Only requests with this status, such as 400, or class, such as 4xx.", .pattern("^[1-5]([0-9]{2}|xx)$")
    ),
    "limit": ("How many requests at most: the first after since, or the last without it.", .integer(1...Int.max)),
    "since": ("Only requests after one such as r17, or from an instant on.", .text),
  ]
}
