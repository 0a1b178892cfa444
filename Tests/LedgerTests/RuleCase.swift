import Determinism

@testable import Ledger

/// A client that breaks a rule, or nearly does.
struct RuleCase: Sendable, CustomStringConvertible {
  let rule: String
  let name: String
  /// How often it breaks the rule.
  let count: Int
  let play: @Sendable (inout Play) -> Void

  var description: String { "\(rule): \(name)" }

  init(_ rule: String, _ name: String, _ count: Int = 1, _ play: @escaping @Sendable (inout Play) -> Void) {
    (self.rule, self.name, self.count, self.play) = (rule, name, count, play)
  }

  static let all = accounts + devices + tickets + carts + polling + requests + lostCommits
  static let broken = all.filter { $0.count > 0 }
  static let nearly = all.filter { $0.count == 0 }
}

extension RuleCase {
  static let accounts: [RuleCase] = [
    RuleCase("account-with-billing", "none") { $0.pay(account: nil) },
    RuleCase("account-with-billing", "101 characters") { $0.pay(account: String(repeating: "a", count: 101)) },
    RuleCase("account-with-billing", "100 characters", 0) { $0.pay(account: String(repeating: "é", count: 100)) },
    RuleCase("user-id-matches", "no header") { $0.render(account: nil) },
    RuleCase("user-id-matches", "another account") { play in play.render(account: "other") { $0.status = 400 } },
    RuleCase("user-id-matches", "refused for something else", 0) { play in
      play.render { ($0.renders[0].result, $0.status) = (.voided, 400) }
    },
    RuleCase("user-id-matches", "a scenario that answered first is no lack of a header", 0) { play in
      play.render()
      play.call(.secureRender, 503) { ($0.isArranged, $0.wasWorkedOn) = (true, false) }
    },
    RuleCase("order-account-matches", "another account") { play in
      play.open {
        ($0.account, $0.status) = ("other", 403)
      }
    },
    RuleCase("order-account-matches", "an order of nobody, then the same account", 0) { play in
      play.open { $0.order?.account = nil }
      play.open()
    },
  ]

  static let devices: [RuleCase] = [
    RuleCase("device-block-complete", "no device_os") { play in
      play.open { ($0.device, $0.status) = (DeviceFact(id: "phone", problem: "device_os is missing"), 400) }
    },
    RuleCase("device-block-complete", "refused for something else", 0) { play in play.open { $0.status = 404 } },
    RuleCase("device-id-is-a-device", "an order number", 2) { play in
      play.open { $0.device?.alsoNames = .orderNumber }
      play.render { $0.device?.alsoNames = .orderNumber }
    },
    RuleCase("device-id-is-a-device", "its own account") { $0.open(device: "fan") },
    RuleCase("device-id-is-a-device", "another account of the sandbox") { play in
      play.pay(account: "neighbour")
      play.open(device: "neighbour")
    },
    RuleCase("device-id-is-a-device", "like an account", 0) { $0.open(device: "fan-1") },
    RuleCase("device-id-sticky", "five ids in five calls") { play in
      for call in 1...5 { play.open(device: "device-\(call)") }
    },
    RuleCase("device-id-sticky", "four ids in four calls", 0) { play in
      for call in 1...4 { play.open(device: "device-\(call)") }
    },
    RuleCase("device-id-sticky", "six ids, the first again at last", 0) { play in
      for call in 1...6 { play.open(device: "device-\(call)") }
      play.render(device: "device-1")
    },
    RuleCase("device-id-unshared", "three accounts") { play in
      for account in ["a", "b", "c", "d"] { play.open(account: account) }
    },
    RuleCase("device-id-unshared", "two accounts in turn", 0) { play in
      for account in ["a", "b", "a", "b"] { play.open(account: account) }
    },
  ]

  static let tickets: [RuleCase] = [
    RuleCase("barcode-from-order", "another barcode") { play in
      play.render { ($0.renders[1].result, $0.status) = (.otherBarcode, 400) }
    },
    RuleCase("barcode-from-order", "no such ticket", 0) { play in
      play.render { ($0.renders[1].result, $0.status) = (.unknown, 400) }
    },
    RuleCase("render-fields-complete", "no row") { play in
      play.render { ($0.renders[0].result, $0.status) = (.incomplete(.row), 400) }
    },
    RuleCase("render-fields-complete", "no device id") { play in
      play.render { ($0.device, $0.status) = (DeviceFact(id: nil, problem: "deviceId is missing"), 400) }
    },
    RuleCase("render-fields-complete", "refused for something else", 0) { play in
      play.render { ($0.renders[0].result, $0.status) = (.voided, 400) }
    },
    RuleCase("refresh-before-event", "the last token 21 hours before", 2) { play in
      play.buy()
      play.time = Play.begins - .seconds(21 * 3600)
      play.open()
      play.advance(.seconds(21 * 3600))
    },
    RuleCase("refresh-before-event", "never opened; a report is drawn", 2) { play in
      play.buy()
      play.time = Play.begins
    },
    RuleCase("refresh-before-event", "exactly twenty hours before", 0) { play in
      play.buy()
      play.open()
      play.time = Play.begins - .seconds(20 * 3600)
      play.render()
      play.time = Play.begins
      play.call(.availability)
    },
    RuleCase("refresh-before-event", "asked for in time, but a scenario answered", 0) { play in
      play.buy()
      play.time = Play.begins - .seconds(3600)
      play.call(.secureRender, 503) { ($0.isArranged, $0.wasWorkedOn) = (true, false) }
      play.advance(.seconds(3600))
    },
    RuleCase("no-refresh-before-delivery", "the day before") { play in
      let until = play.time + .seconds(86_400)
      play.open { $0.order?.delayedUntil = until }
      play.render { fact in
        fact.status = 400
        for place in fact.renders.indices { fact.renders[place].result = .delayed(until: until) }
      }
    },
    RuleCase("no-refresh-before-delivery", "when it has come", 0) { play in
      let until = play.time + .seconds(86_400)
      play.open { $0.order?.delayedUntil = until }
      play.pass(.seconds(86_400))
      play.render()
    },
    RuleCase("no-blind-refresh", "three times twenty hours") { play in
      play.open()
      for _ in 1...3 {
        play.pass(.seconds(20 * 3600 + 200))
        play.render()
      }
    },
    RuleCase("no-blind-refresh", "the third six minutes late", 0) { play in
      play.open()
      for gap in [20 * 3600, 20 * 3600, 20 * 3600 + 360] {
        play.pass(.seconds(gap))
        play.render()
      }
    },
    RuleCase("no-blind-refresh", "on two phones in turn", 0) { play in
      for gap in 0...3 {
        play.pass(.seconds(20 * 3600))
        play.render(device: gap % 2 == 0 ? "phone" : "tablet")
      }
    },
    RuleCase("sdk-for-safetix", "another event's ticket") { play in
      play.render { ($0.renders[0].result, $0.status) = (.notSecure, 400) }
    },
    RuleCase("sdk-for-safetix", "a SafeTix ticket", 0) { $0.render() },
  ]

  static let carts: [RuleCase] = [
    RuleCase("amount-is-the-total", "a cent less") { play in play.pay { ($0.amount, $0.status) = (9789, 400) } },
    RuleCase("amount-is-the-total", "a magic card refused it, the amount was wrong too") { play in
      play.pay { ($0.amount, $0.status, $0.isArranged) = (1, 400, true) }
    },
    RuleCase("amount-is-the-total", "the total, but refused", 0) { play in play.pay { $0.status = 400 } },
    RuleCase("pay-before-commit", "all of it unpaid") { play in
      play.commit { ($0.unpaid, $0.status, $0.order) = (9790, 400, nil) }
    },
    RuleCase("pay-before-commit", "nothing unpaid", 0) { play in play.commit { $0.unpaid = 0 } },
    RuleCase("hold-respected", "payment and commit too late", 2) { play in
      play.pay { ($0.cartFate, $0.status) = (.expired, 400) }
      play.commit { ($0.cartFate, $0.status, $0.order) = (.expired, 400, nil) }
    },
    RuleCase("hold-respected", "sold already, or held as a scenario has it", 0) { play in
      play.commit { ($0.cartFate, $0.status, $0.order) = (.committed, 400, nil) }
      play.pay { ($0.cartFate, $0.isHoldArranged, $0.status) = (.expired, true, 400) }
    },
    RuleCase("cart-given-back", "a later call") { play in
      play.reserve()
      play.pass(.seconds(300))
      play.call(.availability)
    },
    RuleCase("cart-given-back", "a report is drawn; answered 202") { play in
      play.reserve { ($0.status, $0.pollToken, $0.pollWait) = (202, "poll", 1) }
      play.pass(.seconds(400))
    },
    RuleCase("cart-given-back", "a prolonged hold ran out too") { play in
      play.reserve()
      play.pass(.seconds(200))
      play.pay()
      play.pass(.seconds(300))
    },
    RuleCase("cart-given-back", "just in time; a payment prolonged the hold", 0) { play in
      play.reserve()
      play.pass(.seconds(250))
      play.pay()
      play.pass(.seconds(299))
      play.call(.cartDelete, 204) { $0.cartID = "cart" }
      play.pass(.seconds(500))
    },
    RuleCase("cart-given-back", "an answer that was lost, a DELETE that a scenario answered", 0) { play in
      play.reserve("lost") { $0.delivery = .lost }
      play.reserve("dropped")
      play.ledger.record(.answerDropped(request: play.number), at: play.time)
      play.reserve("refused")
      play.call(.cartDelete, 503) { ($0.cartID, $0.isArranged, $0.wasWorkedOn) = ("refused", true, false) }
      play.reserve("control")
      play.ledger.record(.cartEnded(id: "control"), at: play.time)
      play.pass(.seconds(500))
      play.call(.availability)
    },
    RuleCase("one-cart-call-at-a-time", "a second before the first is answered") { play in
      let answered = play.real + .seconds(5)
      play.pay { ($0.answered, $0.isArranged) = (answered, true) }
      play.commit()
    },
    RuleCase("one-cart-call-at-a-time", "one after the other, two carts at once", 0) { play in
      play.pay()
      let arrived = play.real + .milliseconds(-5)
      play.pay("other") { $0.arrived = arrived }
      play.commit()
    },
  ]

  private static func poll(_ play: inout Play, _ status: Int = 202, wait: Int? = 4) {
    play.call(.polling, status) { ($0.pollToken, $0.pollWait) = ("poll", wait) }
  }

  private static func delayed(_ play: inout Play) {
    play.reserve { ($0.status, $0.pollToken, $0.pollWait) = (202, "poll", 4) }
  }

  static let polling: [RuleCase] = [
    RuleCase("polling-waits", "three seconds, then at once", 2) { play in
      delayed(&play)
      play.pass(.seconds(3))
      poll(&play, wait: 1)
      poll(&play, 200, wait: nil)
    },
    RuleCase("polling-waits", "half a second early, then after a move of the clock", 0) { play in
      delayed(&play)
      play.pass(.milliseconds(3500))
      poll(&play)
      play.advance(.seconds(4))
      poll(&play, 200, wait: nil)
    },
    RuleCase("polling-waits", "a clock that stands still", 0) { play in
      delayed(&play)
      play.real += .seconds(4)
      poll(&play, 200, wait: nil)
    },
    RuleCase("polling-finishes", "a report is drawn") { delayed(&$0) },
    RuleCase("polling-finishes", "the cart was sold meanwhile") { play in
      delayed(&play)
      play.pass(.seconds(4))
      poll(&play)
      play.commit()
    },
    RuleCase("polling-finishes", "fetched at last", 0) { play in
      delayed(&play)
      poll(&play)
      poll(&play, 200, wait: nil)
      play.commit()
    },
    RuleCase("polling-finishes", "a scenario answered the poll; another was never told its URL", 0) { play in
      delayed(&play)
      play.call(.polling, 503) { ($0.pollToken, $0.isArranged) = ("poll", true) }
      play.commit { ($0.status, $0.pollToken, $0.pollWait, $0.delivery) = (202, "other", 4, .lost) }
    },
  ]

  static let requests: [RuleCase] = [
    RuleCase("ticket-type-verbatim", "without zeros, and as a number", 2) { play in
      let known = ["000000000001", "000000000002"]
      play.reserve { $0.ticketTypeSlip = .find("1", isNumber: false, known: known) }
      play.reserve("b") { $0.ticketTypeSlip = .find("000000000002", isNumber: true, known: known) }
    },
    RuleCase("ticket-type-verbatim", "as given, and an unknown one", 0) { play in
      let known = ["000000000001"]
      play.reserve { $0.ticketTypeSlip = .find("000000000001", isNumber: false, known: known) }
      play.reserve("b") { $0.ticketTypeSlip = .find("0000000000010", isNumber: false, known: known) }
    },
    RuleCase("cart-id-encoded", "a bare plus") { play in
      play.call(.cartDelete, 400) { $0.isCartIDUnescaped = true }
    },
    RuleCase("cart-id-encoded", "an id that names nothing", 0) { play in
      play.call(.cartDelete, 400) { $0.cartID = "no+cart" }
    },
    RuleCase("card-encrypted", "a number in clear") { play in play.pay { $0.card = .clear(isTestNumber: false) } },
    RuleCase("card-encrypted", "a test number in clear") { play in play.pay { $0.card = .clear(isTestNumber: true) } },
    RuleCase("card-encrypted", "encrypted", 0) { $0.pay() },
    RuleCase("certificate-fresh", "25 hours") { play in
      play.pay { $0.card = .encrypted(certificateAge: 25 * 3600) }
    },
    RuleCase("certificate-fresh", "24 hours", 0) { play in
      play.pay { $0.card = .encrypted(certificateAge: 24 * 3600) }
    },
    RuleCase("captcha-once", "twice") { play in
      for cart in ["a", "b"] { play.reserve(cart) { $0.captcha = "solved" } }
    },
    RuleCase("captcha-once", "again after a refusal", 0) { play in
      play.reserve("a") { ($0.captcha, $0.status) = ("solved", 400) }
      play.reserve("b") { $0.captcha = "solved" }
    },
    RuleCase("quota-respected", "a minute before") { play in
      let until = play.time + .seconds(3600)
      play.call(.availability, 429) { $0.quotaExpires = until }
      play.pass(.seconds(3540))
      play.call(.availability, 429) { $0.quotaExpires = until }
    },
    RuleCase("quota-respected", "when it begins anew; one that was on its way", 0) { play in
      let until = play.time + .seconds(3600)
      let arrived = play.real
      play.call(.availability, 429) { $0.quotaExpires = until }
      play.call(.availability, 429) { ($0.quotaExpires, $0.arrived) = (until, arrived) }
      play.pass(.seconds(3600))
      play.call(.availability)
    },
    RuleCase("no-hammering", "six times in a row", 2) { play in
      for _ in 1...6 { play.call(.cartCommit, 400) { $0.fingerprint = 7 } }
    },
    RuleCase("no-hammering", "twice, two others, and once more after ten seconds", 0) { play in
      for print in [7, 8, 7, 9] as [UInt64] { play.call(.cartCommit, 400) { $0.fingerprint = print } }
      play.pass(.seconds(10))
      play.call(.cartCommit, 400) { $0.fingerprint = 7 }
    },
    RuleCase("no-hammering", "by the sandbox's clock in ten seconds, by the real one not", 0) { play in
      for _ in 1...3 {
        play.call(.cartCommit, 400) { $0.fingerprint = 7 }
        play.real += .seconds(6)
      }
    },
    RuleCase("present-form", "an old spelling") { play in play.pay { $0.otherForms = ["cartId is taken for cart_id."] }
    },
    RuleCase("present-form", "the present one", 0) { $0.pay() },
    RuleCase("body-is-json", "a form, and a field nobody knows", 2) { play in
      play.pay { $0.foreignContentType = "application/x-www-form-urlencoded" }
      play.pay { $0.unknownFields = ["/payment/amonut"] }
    },
    RuleCase("body-is-json", "JSON", 0) { $0.pay() },
    RuleCase("key-in-its-place", "three places", 3) { play in
      play.call(nil, 404) { $0.keySlip = .path }
      play.call(nil, 404) { $0.keySlip = .afterAmpersand }
      play.call(.availability, 401) { $0.keySlip = .twoKeys }
    },
    RuleCase("key-in-its-place", "no key at all", 0) { $0.call(.availability, 401) },
  ]

  static let lostCommits: [RuleCase] = [
    RuleCase("lost-commit-looked-up", "bought again") { play in
      play.buy("first")
      play.ledger.record(.answerDropped(request: play.number), at: play.time)
      play.buy("second")
    },
    RuleCase("lost-commit-looked-up", "nothing was done, but who could know") { play in
      play.reserve()
      play.pay()
      play.call(.cartCommit, 204) {
        ($0.cartID, $0.event, $0.isArranged, $0.wasWorkedOn, $0.delivery) = ("cart", "E1", true, false, .lost)
      }
      play.buy("second")
    },
    RuleCase("lost-commit-looked-up", "another fan, and another event", 0) { play in
      play.buy("first")
      play.ledger.record(.answerDropped(request: play.number), at: play.time)
      play.buy("second", account: "other")
      play.buy("third", event: "E2")
    },
  ]
}
