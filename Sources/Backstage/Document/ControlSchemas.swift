import PartnerVocabulary
import Sandboxes

/// The request and response bodies of the control API.
enum ControlSchemas {
  static let error: ControlSchema = .named(
    "ControlError",
    .object([
      ControlField(
        "error",
        .object([
          ControlField("message", .text, "What is wrong."),
          ControlField("path", .text, "Where: a JSON Pointer into the body, ?name, a field's name, or a URL path."),
          ControlField("expected", .text, "What was expected."),
          ControlField("found", .text, "What was found."),
        ]), "The error, the first if there are several."),
      ControlField(
        "errors",
        .list(
          .named(
            "ControlErrorPart",
            .object([
              ControlField("path", .text, "Where: a JSON Pointer into the body."),
              ControlField("line", .integer(), "The line of the body, from 1."),
              ControlField("expected", .text, "What was expected."), ControlField("found", .text, "What was found."),
              ControlField("message", .text, "All three in one sentence."),
            ]))), "What is wrong with the body, misspelt keys first; at most 20.", required: false),
      ControlField("more", .integer(), "How many more errors there are.", required: false),
    ]))

  private static let warnings = ControlField(
    "warnings", .list(.text), "Probable mistakes, such as an event that does not exist.", required: false)

  static let health: ControlSchema = .named(
    "Health",
    .object([
      ControlField("status", .choice(["healthy", "starting", "draining"]), "The state of the server."),
      ControlField("version", .text, "WillCall's version."),
      ControlField("uptimeInSeconds", .integer(), "Real seconds since the start."),
      ControlField("timestamp", .instant, "The time of the sandbox."),
    ]))

  // MARK: Time

  private static let seats = ControlField("seats", .list(.text), "The seats, as section/row/seat.")
  private static let cartID = ControlField("cart_id", .text, "The cart's id.")
  private static let eventID = ControlField("event_id", .text, "The event's id.")

  private static let upcoming: ControlSchema = .named(
    "Upcoming",
    .object([
      ControlField("what", .choice(["hold-ends", "token-comes", "event-begins"]), "What happens."),
      ControlField("at", .instant, "When."), eventID,
      ControlField("cart_id", .text, "The cart whose hold ends.", required: false),
      ControlField("order_number", .text, "The order whose tokens become available.", required: false),
    ]))

  static let clock: ControlSchema = .named(
    "Clock",
    .object([
      ControlField("now", .instant, "The time of the sandbox."),
      ControlField("frozen", .flag, "Whether the clock stands still."),
      ControlField("rate", .number, "How fast it runs; 0 while it stands still."),
      ControlField(
        "expiredCarts",
        .object([
          ControlField("total", .integer(), "How many holds ran out because of this move."),
          ControlField(
            "carts", .list(.named("ExpiredCart", .object([cartID, eventID, seats]))), "At most 1,000 of them."),
        ]), "The holds that ran out."),
      ControlField(
        "deliverable",
        .object([
          ControlField("total", .integer(), "How many orders' tokens became available because of this move."),
          ControlField("orders", .list(.text), "Their numbers, at most 1,000."),
        ]), "The orders whose tokens are available now."),
      ControlField("next", .list(upcoming), "What happens next, soonest first; at most one of each kind."),
      ControlField("sandboxes", .integer(), "How many there are; only with apikey=*.", required: false),
    ]))

  static let move: ControlSchema = .named(
    "ClockMove",
    .object([
      ControlField("advance", .text, "Moves it forward by an ISO 8601 duration.", required: false),
      ControlField("set", .instant, "Moves it forward to an instant.", required: false),
      ControlField("freeze", .flag, "true stops it.", required: false),
      ControlField("resume", .flag, "true lets it run again.", required: false),
      ControlField("rate", .number, "How fast it runs, 0 to 1000000.", required: false),
    ]))

  private static let parts: ControlSchema = .list(.choice(SandboxPart.allCases.map(\.rawValue)))
  static let reset: ControlSchema = .named(
    "Reset", .object([ControlField("parts", parts, "The parts to reset; all by default.", required: false)]))
  static let wasReset: ControlSchema = .named(
    "ResetAnswer", .object([ControlField("reset", parts, "The parts that were reset.")]))

  // MARK: Scenarios

  static let scenarios: ControlSchema = .named(
    "Scenarios",
    .object([
      ControlField(
        "active",
        .list(
          .object([
            ControlField("name", .text, "Its name."),
            ControlField("from", .choice(["server", "sandbox"]), "Where it comes from."),
          ])), "The scenarios in force, in ascending precedence."),
      ControlField("available", .list(.text), "The names that can be activated."),
      ControlField("descriptions", .dictionary(.text), "What they are for, by name; without those that do not say."),
      warnings,
    ]))
  static let activation: ControlSchema = .named(
    "ScenarioActivation",
    .object([
      ControlField(
        "active", .list(.either([.text, .dictionary(.anything)])), "Names, or complete scenarios; see scenarios.md.")
    ]))
  static let rule: ControlSchema = .named(
    "FaultRule",
    .object([
      ControlField("when", .dictionary(.anything), "The condition, as in a scenario's rule.", required: false),
      ControlField("then", .dictionary(.anything), "The effect, as in a scenario's rule.", required: false),
      ControlField("times", .integer(1...Int.max), "How often it fires; 1 by default.", required: false),
    ]))
  static let fault: ControlSchema = .named(
    "Fault",
    .object([
      ControlField("id", .text, "Its id."),
      ControlField("remaining", .integer(), "How often it can still fire."),
      ControlField("when", .dictionary(.anything), "When it fires."),
      ControlField("then", .dictionary(.anything), "What happens then."), warnings,
    ]))
  static let faults: ControlSchema = .named(
    "Faults", .object([ControlField("faults", .list(fault), "The faults in force.")]))

  // MARK: Carts, orders, members, events

  static let cart: ControlSchema = .named(
    "LiveCart",
    .object([
      cartID, eventID,
      ControlField("created", .instant, "When it was created."),
      ControlField("expires", .instant, "When the hold runs out."),
      ControlField("hold_time", .integer(), "The seconds until then."), seats,
      ControlField("delivery", .text, "The id of the delivery option."),
      ControlField("grand", .number, "What it costs."),
      ControlField("paid", .flag, "Whether it is paid."),
      ControlField("account", .orNull(.text), "The account of the payment."),
    ]))
  static let carts: ControlSchema = .named("LiveCarts", list("carts", of: cart))

  private static let tickets = ControlField(
    "tickets",
    .list(
      .named(
        "SoldTicket",
        .object([
          ControlField("barcode_id", .text, "The barcode."), ControlField("section", .text, "The section."),
          ControlField("row", .text, "The row."), ControlField("seat_name", .text, "The seat's number."),
        ]))), "The tickets.")
  private static let orderNumber = ControlField("order_number", .text, "The order's number.")
  private static let orderToken = ControlField("order_token", .text, "The order's token.")
  static let order: ControlSchema = .named(
    "SoldOrder",
    .object([
      orderToken, orderNumber, eventID,
      ControlField("cart_id", .orNull(.text), "The cart that it came from."),
      ControlField("account", .orNull(.text), "The account that it was billed with."),
      ControlField("placed", .instant, "When it was bought."), ControlField("grand", .number, "What was paid."),
      ControlField("voided", .flag, "Whether the order is voided."),
      ControlField("deliverable", .flag, "Whether tokens are issued now."),
      ControlField("delivery_from", .orNull(.instant), "When tokens become available, if delivery is or was delayed."),
      tickets,
    ]))
  static let orders: ControlSchema = .named("SoldOrders", list("orders", of: order))
  static let sale: ControlSchema = .named(
    "Sale",
    .object([
      ControlField("event", .text, "The id or an alias of an event."),
      ControlField("tickets", .integer(1...1_000), "How many; 1 by default.", required: false),
      ControlField("account", .text, "The account that will own them; needed for SafeTix events.", required: false),
      ControlField("section", .text, "The section of chosen seats.", required: false),
      ControlField("row", .text, "Their row.", required: false),
      ControlField("seats", .list(.anything), "Their numbers, as numbers or strings.", required: false),
      ControlField("email", .text, "The buyer's e-mail address.", required: false),
    ]))
  static let sold: ControlSchema = .named("SaleAnswer", .object([orderToken, orderNumber, tickets]))
  static let voided: ControlSchema = .named(
    "VoidAnswer", .object([orderNumber, ControlField("voided", .flag, "Whether the order is voided.")]))

  private static func card(required: Bool) -> [ControlField] {
    [
      ControlField("issuer", .choice(["VISA", "MC", "AMEX", "DISCOVER"]), "The brand.", required: required),
      ControlField("last_four", .pattern("^[0-9]{4}$"), "The last four digits.", required: required),
      ControlField("expire_month", .integer(1...12), "The month in which it expires.", required: required),
      ControlField("expire_year", .integer(1_000...9_999), "The year in which it expires.", required: required),
      ControlField("has_funds", .flag, "Whether it can pay.", required: required),
    ]
  }
  static let card: ControlSchema = .named("MemberCard", .object(card(required: false)))
  static let cardOnFile: ControlSchema = .named(
    "MemberCardOnFile",
    .object([ControlField("id", .text, "The id of the billing method.")] + card(required: true)))

  static let event: ControlSchema = .named(
    "EventOnSale",
    .object([
      ControlField("id", .text, "The event's id."), ControlField("aliases", .list(.text), "Its other ids."),
      ControlField("name", .text, "Its name."), ControlField("code", .text, "The host's code for it."),
      ControlField("host", .text, "The host that sells it."),
      ControlField("entry", .text, "How its tickets are shown at the gate."),
      ControlField("transactable", .flag, "Whether it is sold through the API."),
      ControlField("start", .instant, "When it begins."), ControlField("onsale", .instant, "When the sale begins."),
      ControlField("offsale", .instant, "When the sale ends."),
      ControlField(
        "seats",
        .object([
          ControlField("total", .integer(), "How many there are."),
          ControlField("free", .integer(), "How many are free."),
        ]), "Its seats."),
    ]))
  static let events: ControlSchema = .named(
    "EventsOnSale", .object([ControlField("events", .list(event), "The events of the sandbox.")]))

  private static func list(_ name: String, of element: ControlSchema) -> ControlSchema {
    .object([
      ControlField("total", .integer(), "How many there are."),
      ControlField(name, .list(element), "The oldest of them, at most 1,000."),
    ])
  }

  /// A document with a format of its own, such as a fixture or a state.
  static let document: ControlSchema = .dictionary(.anything)
}
