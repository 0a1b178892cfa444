import Determinism

@testable import Ledger

/// Plays a client against a ledger, call by call, with both clocks in hand.
struct Play {
  var ledger: Ledger
  var time = Instant(rfc3339: "2026-11-28T10:00:00Z") ?? .distantPast
  // An anchor alone: nothing is measured by it.
  var real = RealInstant.now
  var number: UInt64 = 0
  /// Whether the ledger goes through an export and an import after each call.
  var movesOn = false

  static let begins = Instant(rfc3339: "2026-12-24T20:00:00Z") ?? .distantFuture

  init(waiving rules: [String] = []) {
    ledger = Ledger(waivers: rules.compactMap { Waiver(rule: $0, reason: "a test") })
  }

  /// A call that takes ten milliseconds by both clocks.
  mutating func call(
    _ operation: LedgerOperation?, _ status: Int = 200, _ fill: (inout ExchangeFact) -> Void = { _ in }
  ) {
    number += 1
    var fact = ExchangeFact(
      number: number, operation: operation, time: time, arrived: real, answered: real + .milliseconds(10),
      status: status)
    fill(&fact)
    ledger.record(fact)
    if movesOn, let copy = try? ledger.restored() { ledger = copy }
    pass(.milliseconds(10))
  }

  /// Lets time pass by both clocks.
  mutating func pass(_ duration: Duration) {
    time += duration
    real += duration
  }

  /// Moves the sandbox's clock alone.
  mutating func advance(_ duration: Duration) {
    time += duration
    ledger.record(.clockMoved, at: time)
  }

  func report(failingOn severity: Report.Severity = .violation) -> Report {
    ledger.totals(at: time, key: "sandbox").report(failingOn: severity)
  }

  func finding(_ rule: String) -> Report.RuleFinding? { report().rules.first { $0.id == rule } }

  var broken: [String] { report().rules.filter { $0.state == .broken }.map(\.id) }
}

/// The documents' own calls.
extension Play {
  mutating func reserve(_ cart: String = "cart", event: String = "E1", _ fill: (inout ExchangeFact) -> Void = { _ in })
  {
    let expires = time + .seconds(300)
    call(.cartReserve) {
      ($0.cartID, $0.event, $0.holdExpires) = (cart, event, expires)
      fill(&$0)
    }
  }

  mutating func pay(
    _ cart: String = "cart", event: String = "E1", account: String? = "fan",
    _ fill: (inout ExchangeFact) -> Void = { _ in }
  ) {
    let expires = time + .seconds(300)
    call(.cartPayment) {
      ($0.cartID, $0.event, $0.account, $0.isSafeTix) = (cart, event, account, true)
      ($0.amount, $0.total, $0.holdExpires) = (9790, 9790, expires)
      $0.card = .encrypted(certificateAge: 60)
      fill(&$0)
    }
  }

  static func order(_ cart: String = "cart", account: String = "fan") -> OrderFact {
    OrderFact(
      number: "35-\(cart)/LA1", cartID: cart, account: account, begins: begins, hasTokens: true,
      barcodes: ["\(cart)-1", "\(cart)-2"])
  }

  mutating func commit(
    _ cart: String = "cart", event: String = "E1", account: String = "fan",
    _ fill: (inout ExchangeFact) -> Void = { _ in }
  ) {
    call(.cartCommit) {
      ($0.cartID, $0.event) = (cart, event)
      $0.order = Self.order(cart, account: account)
      fill(&$0)
    }
  }

  mutating func open(
    _ cart: String = "cart", account: String = "fan", device: String = "phone",
    _ fill: (inout ExchangeFact) -> Void = { _ in }
  ) {
    call(.ordersOpen) {
      ($0.account, $0.device) = (account, DeviceFact(id: device))
      $0.order = Self.order(cart, account: account)
      fill(&$0)
    }
  }

  mutating func render(
    _ cart: String = "cart", account: String? = "fan", billed: String = "fan", device: String = "phone",
    _ fill: (inout ExchangeFact) -> Void = { _ in }
  ) {
    call(.secureRender) {
      ($0.account, $0.device) = (account, DeviceFact(id: device))
      let result = account == nil || account == billed ? RenderFact.Result.issued : .otherAccount
      $0.renders = RenderFacts(
        ["\(cart)-1", "\(cart)-2"].map {
          RenderFact(barcode: SeededSource.fold($0), result: result, order: SeededSource.fold("35-\(cart)/LA1"))
        })
      fill(&$0)
    }
  }

  /// Availability, reserve, payment and commit.
  mutating func buy(_ cart: String = "cart", event: String = "E1", account: String = "fan") {
    call(.availability) { $0.event = event }
    reserve(cart, event: event)
    pay(cart, event: event, account: account)
    commit(cart, event: event, account: account)
  }

  /// The six steps.
  mutating func flow() {
    buy()
    open()
    render()
  }
}
