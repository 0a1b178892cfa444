import Determinism
import Testing

@testable import Ledger

@Suite("Clients that do as the documents say")
struct CleanTests {
  @Test("The documents' own flow is ready, each step with its first request")
  func flow() {
    var play = Play()
    play.flow()
    let report = play.report()
    #expect(report.verdict == .ready)
    #expect(play.broken == [])
    #expect(report.steps.map(\.request) == ["r1", "r2", "r3", "r4", "r5", "r6"])
    #expect(report.steps.map(\.step) == Step.allCases.filter(\.isRequired).map(\.name))
    #expect(report.rules.map(\.id) == Rule.all.map(\.id))
  }

  @Test("A second buyer of the same event, among the first one's calls, is clean")
  func secondBuyer() {
    var play = Play()
    play.buy("a", account: "ann")
    play.reserve("b")
    play.open("a", account: "ann", device: "ann's")
    play.pay("b", account: "ben")
    play.commit("b", account: "ben")
    play.open("b", account: "ben", device: "ben's")
    play.render("a", account: "ann", billed: "ann", device: "ann's")
    play.render("b", account: "ben", billed: "ben", device: "ben's")
    #expect(play.broken == [])
    #expect(play.report().verdict == .ready)
  }

  @Test("Two phones, and later a new one, are clean")
  func twoPhones() {
    var play = Play()
    play.buy()
    for device in ["phone", "tablet", "phone", "tablet", "new phone", "tablet", "new phone"] {
      play.render(device: device)
      play.pass(.seconds(3600))
    }
    #expect(play.broken == [])
  }

  @Test("A cart given back, a captcha, shipping and polling are clean, and shown")
  func optionalSteps() {
    var play = Play()
    play.call(.captcha)
    play.reserve("a") { ($0.captcha, $0.status, $0.pollToken, $0.pollWait) = ("solved", 202, "poll", 1) }
    play.pass(.seconds(1))
    play.call(.polling) { $0.pollToken = "poll" }
    play.call(.cartShippingList) { $0.cartID = "a" }
    play.call(.cartDelete, 204) { $0.cartID = "a" }
    play.flow()
    play.ledger.record(.admitted(barcode: "cart-1"), at: play.time)
    let report = play.report()
    #expect(play.broken == [])
    #expect(
      report.steps.filter { !$0.required }.map(\.step) == [
        "cart.shipping", "cart.delete", "polling", "captcha", "gate.admit",
      ])
  }

  @Test("What a scenario answers is seen, not broken, and is no step")
  func arranged() {
    var play = Play()
    for operation in LedgerOperation.allCases {
      for _ in 1...3 {
        play.call(operation, 503) {
          ($0.isArranged, $0.wasWorkedOn, $0.fingerprint) = (true, false, 7)
          ($0.cartID, $0.device) = ("cart", DeviceFact(id: nil))
        }
      }
    }
    #expect(play.broken == [])
    #expect(play.report().steps.allSatisfy { $0.count == 0 })
  }

  @Test("What is wrong in the request itself counts, whoever answered")
  func arrangedRequest() {
    var play = Play()
    play.call(.cartPayment, 503) {
      ($0.isArranged, $0.wasWorkedOn) = (true, false)
      ($0.keySlip, $0.otherForms) = (.twoKeys, ["An old path."])
    }
    #expect(play.broken == ["present-form", "key-in-its-place"])
  }
}
