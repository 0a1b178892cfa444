import Sandboxes

extension ControlSchemas {
  // MARK: Sandboxes

  private static let moment: ControlSchema = .object([
    ControlField("sandbox", .instant, "By the sandbox's clock."), ControlField("real", .instant, "In real time."),
  ])

  static let sandboxes: ControlSchema = .named(
    "SandboxList",
    .object([
      ControlField("total", .integer(), "How many there are."),
      ControlField(
        "sandboxes",
        .list(
          .named(
            "Sandbox",
            .object([
              ControlField("key", .text, "The partner key; masked if it looks real."),
              ControlField("created", moment, "When it was created."),
              ControlField("lastUsed", .orNull(moment), "When the Partner API was last called with the key."),
              ControlField("now", .instant, "What its clock shows."),
              ControlField("frozen", .flag, "Whether the clock stands still."),
              ControlField("rate", .number, "How fast the clock runs."),
              ControlField("requests", .integer(), "How many requests have been numbered."),
              ControlField("carts", .integer(), "How many carts are held."),
              ControlField("orders", .integer(), "How many orders there are."),
              ControlField("scenarios", .list(.text), "Those in force, in ascending precedence."),
              ControlField("faults", .integer(), "How many faults are in force."),
            ]))), "At most 1,000 of them."),
    ]))

  // MARK: The gate

  static let scanned: ControlSchema = .named(
    "Scan",
    .object([
      ControlField("payload", .text, "What was read off the screen."),
      ControlField("at", .instant, "The time of the scan; now by default.", required: false),
      ControlField("gate", .text, "The gate.", required: false),
      ControlField("rescan", .flag, "Whether a ticket that was admitted before may enter again.", required: false),
    ]))

  static let verdict: ControlSchema = .named(
    "Verdict",
    .object([
      ControlField("verdict", .choice(GateVerdict.allCases.map(\.rawValue)), "What the scanner shows."),
      ControlField("sentence", .text, "What a steward would say."),
      ControlField("at", .instant, "When it was scanned."),
      ControlField("gate", .orNull(.text), "The gate."),
      ControlField("secondsBehind", .orNull(.integer(Int.min...Int.max)), "Seconds that the code's clock is behind."),
      ControlField("admitted", .orNull(.instant), "When the ticket was admitted before."),
      ControlField(
        "ticket",
        .orNull(
          .named(
            "ScannedTicket",
            .object([
              ControlField("barcode_id", .text, "The barcode."), ControlField("event_id", .text, "The event's id."),
              ControlField("order_number", .text, "The order's number."),
              ControlField("section", .text, "The section."), ControlField("row", .text, "The row."),
              ControlField("seat_name", .text, "The seat's number."),
              ControlField("portal", .text, "The entrance."),
            ]))), "The ticket whose code it is."),
    ]))
}
