package import JSONText

/// The 202 of a call that is answered later.
package enum PollingWire {
  private static let source = "Partner API, Polling"
  static let pollingURL = WireField(
    "polling_url", .string, required: true, about: "Where to ask for the answer.", source: source,
    example: "\"http://localhost:8490/partners/v1/polling-status?token=0ee566f7-cbfe-43f4-93b9-117c8d69f3d0\"")
  package static let wait = WireField(
    "wait", .integer, required: true, about: "The seconds to wait before asking.", source: source, example: "4")
  package static let cartIDOfCall = WireField(
    "cart_id", .string, about: "The cart that the call is about.", source: source,
    example: "\"eb6d42b7-cb95-48a5-acba-56514cf0d6ef\"")
  package static let table = WireTable("Polling", [pollingURL, wait, cartIDOfCall])

  package static let token = WireField(
    "token", .string, required: true, about: "The token of the polling URL.", source: source,
    example: "\"0ee566f7-cbfe-43f4-93b9-117c8d69f3d0\"")
  /// The query; the documents ask for the cart and the key too, but the token is enough.
  package static let queryTable = WireTable("PollingQuery", [token, cartIDOfCall])

  package static func write(url: String, wait seconds: Int, cartID: String?, into writer: inout JSONWriter) {
    writer.object { body in
      body.string(pollingURL, url)
      body.integer(wait, seconds)
      if let cartID { body.string(cartIDOfCall, cartID) }
    }
  }
}
