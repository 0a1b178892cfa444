package import EventCatalogue
package import JSONText

/// The delivery options: `GET` and `PUT /events/{event_id}/cart/shipping`.
package enum ShippingWire {
  private static let source = "Partner API, Shipping"
  package static let shippingID = WireField(
    "shipping_id", .string, required: true, about: "The id of a delivery option.", source: source, example: "\"4\"")
  package static let requestTable = WireTable("ShippingRequest", [shippingID])

  package static let shippingOptions = WireField(
    "shipping_options", .array(of: .object(optionTable)), required: true, about: "The delivery options.", source: source
  )
  package static let table = WireTable("ShippingOptions", [shippingOptions])

  package static let id = WireField(
    "id", .string, required: true, about: "The id of the delivery option.", source: source, example: "\"1\"")
  package static let totals = WireField(
    "totals", .object(totalsTable), required: true, about: "What it costs.", source: source)
  static let optionTable = WireTable(
    "ShippingOption", [CartWire.carrier, id, CartWire.serviceLevel, CartWire.requiresAddress, totals])
  static let totalsTable = WireTable(
    "ShippingTotals",
    [CartWire.currencyCode, CartWire.fee, CartWire.grand, CartWire.merchandise, CartWire.tax, CartWire.unpaid])

  package static func write(_ options: [ShippingOption], currency: String, into writer: inout JSONWriter) {
    writer.object { body in
      body.array(shippingOptions) { list in
        for option in options {
          list.object { entry in
            entry.string(CartWire.carrier, option.carrier)
            entry.string(id, option.id)
            entry.string(CartWire.serviceLevel, option.serviceLevel)
            entry.bool(CartWire.requiresAddress, option.requiresAddress)
            entry.object(totals) { totals in
              totals.string(CartWire.currencyCode, currency)
              totals.money(CartWire.fee, option.fee)
              totals.money(CartWire.grand, option.fee)
              totals.money(CartWire.merchandise, .zero)
              totals.money(CartWire.tax, .zero)
              totals.money(CartWire.unpaid, .zero)
            }
          }
        }
      }
    }
  }
}
