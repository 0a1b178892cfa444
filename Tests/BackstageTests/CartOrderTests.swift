import HTTPTypes
import JSONText
import Testing

/// `carts` and `orders`: arrange and inspect without playing the flow.
@Suite struct CartOrderTests {
  @Test func cartsAreListedOldestFirst() throws {
    let stage = try Stage()
    let first = try stage.hold(EventID.phoenix, quantity: 2)
    let second = try stage.hold(EventID.base64)
    #expect(try stage.pay(second).status == 200)
    _ = try stage.control(.post, "clock", #"{"advance":"PT10S"}"#)
    let answer = try stage.control(.get, "carts")
    #expect(answer.json?.members.map(\.key) == ["total", "carts"])
    #expect(try answer.integer("/total") == 2)
    #expect(try answer.string("/carts/0/cart_id") == first.id)
    #expect(try answer.integer("/carts/0/hold_time") == 290)
    #expect(try answer.value("/carts/0/paid").bool == false)
    #expect(try answer.elements("/carts/0/seats").count == 2)
    #expect(try answer.integer("/carts/1/hold_time") == 434)
    #expect(try answer.value("/carts/1/paid").bool == true)
    #expect(try answer.string("/carts/1/account") == Stage.account)
    #expect(try answer.value("/carts/1/grand").numberText == second.grand)
    let one = try stage.control(.get, "carts/\(Stage.escaped(second.id))")
    #expect(try one.text == String(decoding: answer.value("/carts/1").serialized(), as: UTF8.self))
  }

  @Test func deadCartSaysWhatBecameOfIt() throws {
    let stage = try Stage()
    let cart = try stage.hold(EventID.phoenix)
    _ = try stage.delete(cart)
    let answer = try stage.control(.get, "carts/\(cart.id)")
    answer.expectError(404, path: "/__willcall/carts/\(cart.id)", found: cart.id)
    #expect(try answer.string("/error/message").contains("was deleted 0 s ago"))
    try stage.control(.get, "carts/nothing").expectError(404, path: "/__willcall/carts/nothing")
  }

  @Test func arrangedOrderIsAnOrderLikeAnyOther() throws {
    let stage = try Stage()
    let answer = try stage.control(
      .post, "orders", #"{"event":"\#(EventID.phoenix)","account":"12313131","tickets":2,"email":"a@b.example"}"#)
    #expect(answer.status == 201)
    #expect(answer.json?.members.map(\.key) == ["order_token", "order_number", "tickets"])
    #expect(try answer.value("/tickets/0").members.map(\.key) == ["barcode_id", "section", "row", "seat_name"])
    #expect(try answer.elements("/tickets").count == 2)
    let token = try answer.string("/order_token")
    let opened = try stage.open(token)
    #expect(opened.status == 200)
    #expect(try opened.string("/tickets/0/order_number") == answer.string("/order_number"))
    #expect(try opened.string("/customer_email") == "a@b.example")
    #expect(try opened.string("/tickets/1/barcode_id") == answer.string("/tickets/1/barcode_id"))
    #expect(try opened.value("/tickets/0/secure_entry_data/token").string?.isEmpty == false)
    #expect(try stage.control(.get, "requests?operation=cart.reserve").elements("/requests").isEmpty)
  }

  @Test func arrangedOrderTakesTheSeatsThatAFlowWouldTake() throws {
    let played = try Stage().buy(EventID.phoenix, quantity: 2)
    let arranged = try Stage().control(
      .post, "orders", #"{"event":"\#(EventID.phoenix)","account":"12313131","tickets":2}"#)
    #expect(try arranged.string("/order_token") == played.string("/order_token"))
    #expect(try arranged.string("/order_number") == played.string("/order_number"))
  }

  @Test(arguments: [
    (EventID.paper, "", 201), (EventID.captcha, #""account":"1","#, 201),
    (EventID.generalAdmission, #""account":"1","#, 201),
    (EventID.losAngelesUniversal, #""account":"1","#, 201), (EventID.protected, #""account":"1","#, 201),
  ])
  func everyKindOfEventCanBeArranged(event: String, account: String, status: Int) throws {
    let stage = try Stage()
    let answer = try stage.control(.post, "orders", #"{"event":"\#(event)",\#(account)"tickets":3}"#)
    #expect(answer.status == status, "\(answer.text)")
    #expect(try stage.control(.get, "carts").integer("/total") == 0)
  }

  @Test(arguments: [
    (#"{"account":"1","tickets":2}"#, 422, "/event"), (#"{"event":"nothing","account":"1"}"#, 422, "/event"),
    (#"{"event":7,"account":"1"}"#, 422, "/event"), (#"{"event":"\#(EventID.phoenix)"}"#, 422, "/account"),
    (#"{"event":"\#(EventID.phoenix)","account":""}"#, 422, "/account"),
    (#"{"event":"\#(EventID.phoenix)","account":"1","tickets":0}"#, 422, "/tickets"),
    (#"{"event":"\#(EventID.phoenix)","account":"1","tickets":"2"}"#, 422, "/tickets"),
    (#"{"event":"\#(EventID.phoenix)","account":"1","ticket":2}"#, 422, "/ticket"),
    (#"{"event":"\#(EventID.phoenix)","account":"1","email":7}"#, 422, "/email"),
    (#"{"event":"\#(EventID.limitFour)","account":"1","tickets":5}"#, 409, "/tickets"),
    (#"{"event":"\#(EventID.soldOut)","account":"1"}"#, 409, "/tickets"),
    (#"{"event":"\#(EventID.notTransactable)","account":"1"}"#, 409, "/event"),
    (#"{"event":"\#(EventID.offSale)","account":"1"}"#, 409, "/event"), ("[]", 422, ""), ("{", 400, ""),
  ])
  func wrongArrangementIsAnErrorAndChangesNothing(body: String, status: Int, path: String) throws {
    let stage = try Stage()
    let before = try stage.control(.get, "state").text
    try stage.control(.post, "orders", body).expectError(status, path: path)
    #expect(try stage.control(.get, "state").text == before)
  }

  @Test func ordersAreListedAndFound() throws {
    let stage = try Stage()
    let seeded = try stage.control(.get, "orders").integer("/total")
    let bought = try stage.buy(EventID.delayed)
    let answer = try stage.control(.get, "orders")
    #expect(try answer.integer("/total") == seeded + 1)
    let order = try answer.value("/orders/\(seeded)")
    #expect(order["order_token"]?.string == (try bought.string("/order_token")))
    #expect(order["deliverable"]?.bool == false)
    #expect(order["delivery_from"]?.string?.isEmpty == false)
    #expect(order["voided"]?.bool == false)
    let number = try #require(order["order_number"]?.string)
    let text = String(decoding: order.serialized(), as: UTF8.self)
    #expect(try stage.control(.get, "orders/\(bought.string("/order_token"))").text == text)
    #expect(try stage.control(.get, "orders/\(number.replacing("/", with: "%2F"))").text == text)
    #expect(try stage.control(.get, "orders/\(number)").text == text, "a proxy has decoded the slash")
    try stage.control(.get, "orders/39-1/X").expectError(404, path: "/__willcall/orders/39-1/X", found: "39-1/X")
    try stage.control(.get, "orders/39-1/void").expectError(405, path: "/__willcall/orders/39-1/void")
    try stage.control(.get, "orders/none").expectError(404, path: "/__willcall/orders/none", found: "none")
  }

  @Test(arguments: ["39-20804%2FPHX", "39-20804/PHX", "d2999e02-4936-41d2-zhNgdH2B7xGuuv50sAJsrJZCMY"])
  func orderCanBeVoidedTwice(name: String) throws {
    let stage = try Stage()
    for _ in 1...2 {
      let answer = try stage.control(.post, "orders/\(name)/void")
      #expect(answer.status == 200)
      #expect(answer.text == #"{"order_number":"39-20804/PHX","voided":true}"#)
    }
    #expect(try stage.control(.get, "orders/\(name)").value("/voided").bool == true)
    try stage.control(.post, "orders/none/void").expectError(404, path: "/__willcall/orders/none/void")
    try stage.control(.post, "orders/\(name)/void", #"{"why":1}"#).expectError(422, path: "/why")
  }
}
