package import BoxOffice
package import Determinism
import EventCatalogue
package import JSONText

/// The query of `GET /orders/unredeemed` and its answer.
package enum UnredeemedWire {
  private static let source = "Partner API, Unredeemed Orders"
  package static let daysFromPurchase = WireField(
    "days_from_purchase", .bounded(0...dayLimit), about: "Orders bought in this many past days.", source: source,
    example: "3")
  package static let daysBeforeEvent = WireField(
    "days_before_event", .bounded(0...dayLimit), about: "Orders for events in this many coming days.", source: source,
    example: "3")
  /// The largest number of days that can be asked for.
  package static let dayLimit = 3_650
  /// At least one of the two is needed.
  package static let queryTable = WireTable("UnredeemedQuery", [daysFromPurchase, daysBeforeEvent])

  package static let data = WireField(
    "data", .array(of: .object(orderTable)), required: true, about: "The orders.", source: source)
  package static let table = WireTable("UnredeemedOrders", [data])

  static let purchasedAt = WireField(
    "purchase_date_time", .integer, required: true, about: "When it was bought, in milliseconds since 1970.",
    source: source, example: "1441341339000")
  static let emailStatus = WireField(
    "email_status", .integer, required: true, about: "What became of the e-mail: 1 if it was sent.", source: source,
    example: "2")
  static let eventAt = WireField(
    "event_date_time", .integer, required: true, about: "When the event begins, in milliseconds since 1970.",
    source: source, example: "1471737600000")
  package static let eventID = WireField(
    "event_id", .string, required: true, about: "The event's id.", source: source, example: "\"3F004EC9D1EBBC76\"")
  /// The value sent with the purchase, if any.
  package static let sourceAccountID = WireField(
    "order_source_account_id", .string, about: "The source_account_id of the commit.", source: source,
    example: "\"fb63e3ede36210317e9e0fc5efccbc1f\"")
  package static let email = WireField(
    "purchase_email_address", .string, required: true, about: "The buyer's e-mail address.", source: source,
    example: "\"john.tester@example.com\"")
  static let orderTable = WireTable(
    "UnredeemedOrder", [purchasedAt, emailStatus, eventAt, eventID, sourceAccountID, email])

  /// The status for an e-mail that was sent; 2 to 4 mean that it failed.
  private static let sent = 1

  /// Milliseconds since 1970, rounded down to the second: the documents print only whole seconds.
  private static func wholeSecond(_ instant: Instant) -> Int { Int(instant.secondsSinceEpoch) * 1000 }

  package static func write(_ orders: [(order: Order, start: Instant)], into writer: inout JSONWriter) {
    writer.object { body in
      body.array(data) { list in
        for (order, start) in orders {
          list.object { entry in
            entry.integer(purchasedAt, wholeSecond(order.placedAt))
            entry.integer(emailStatus, sent)
            entry.integer(eventAt, wholeSecond(start))
            entry.string(eventID, order.event.id)
            if let account = order.sourceAccountID { entry.string(sourceAccountID, account) }
            entry.string(email, order.customerEmail)
          }
        }
      }
    }
  }
}
