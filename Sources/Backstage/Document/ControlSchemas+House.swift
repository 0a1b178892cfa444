/// The schema of `GET events/ID/seats`.
extension ControlSchemas {
  static let house: ControlSchema = .named(
    "House",
    .object(
      [ControlField("event_id", .text, "The event's id.")] + counts("in all")
        + [
          ControlField("sections", .list(section), "The sections, in the order of the event's rows."),
          ControlField("holders", .list(holder), "Whose seats they are: live carts, then orders; at most 1,000."),
          ControlField("total", .integer(), "How many holders there are; only if they are more.", required: false),
        ]))

  private static func counts(_ place: String, required: Bool = true) -> [ControlField] {
    [("free", "free"), ("held", "held by carts"), ("sold", "sold, also by others")].map { name, state in
      ControlField(name, .integer(), "How many seats \(place) are \(state).", required: required)
    }
  }

  private static let section: ControlSchema = .named(
    "HouseSection",
    .object(
      [
        ControlField("section", .text, "The section, or the area of general admission."),
        ControlField(
          "rows",
          .list(
            .named(
              "HouseRow",
              .object([
                ControlField("row", .text, "The row."),
                ControlField("first", .integer(), "The first number, if they are consecutive.", required: false),
                ControlField("seats", .list(.text), "All numbers, if they are not.", required: false),
                ControlField("state", .pattern("^[fhs]+$"), "A letter for each seat: free, held, sold."),
              ]))), "Its rows; missing for general admission.", required: false),
      ] + counts("in it, for general admission,", required: false)))

  private static let holder: ControlSchema = .named(
    "SeatHolder",
    .object([
      ControlField("cart_id", .orNull(.text), "The cart, also the one that an order came from."),
      ControlField("order_number", .orNull(.text), "The order's number; null for a cart."),
      ControlField("account", .orNull(.text), "The account that pays or paid."),
      ControlField("seats", .list(.text), "The seats, as section/row/seat."),
    ]))
}
