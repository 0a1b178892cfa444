import Determinism

/// Notes accounts that name a different device with each call.
struct DeviceSticky: Checker {
  struct Use: Row {
    /// How many calls count as a habit.
    static let least = 5
    /// How many ids are compared.
    static let limit = 16

    // Devices used once each; once any device is used again, none are kept.
    var devices: [UInt64] = []
    var isSticky = false
    var request: UInt64 = 0
    var time: Int64 = 0
    var isWaived = false

    init() {}

    var words: [Int64] {
      [isSticky ? 1 : 0, Int64(bitPattern: request), time, isWaived ? 1 : 0] + devices.map { Int64(bitPattern: $0) }
    }

    init?(words: ArraySlice<Int64>) {
      let words = Array(words)
      guard (4...4 + Self.limit).contains(words.count) else { return nil }
      (isSticky, isWaived) = (words[0] == 1, words[3] == 1)
      (request, time) = (UInt64(bitPattern: words[1]), words[2])
      devices = words.dropFirst(4).map { UInt64(bitPattern: $0) }
    }
  }

  private var accounts = Table<Use>()

  mutating func read(_ exchange: ExchangeFact, _ notes: inout Notes) {
    let (key, device) = (exchange.foldedAccount, exchange.foldedDevice)
    guard key != 0, device != 0 else { return }
    notes.seen()
    if accounts.contains(key, where: { $0.isSticky }) { return }
    var use = accounts[key] ?? Use()
    if use.devices.contains(device) {
      use.isSticky = true
      use.devices = []
    } else {
      if use.devices.count < Use.limit { use.devices.append(device) }
      use.request = exchange.number
      use.time = exchange.time.millisecondsSinceEpoch
      use.isWaived = use.isWaived || notes.isWaived
    }
    accounts[key] = use
  }

  func close(at now: Instant, _ notes: inout Notes) {
    for use in accounts.values where use.devices.count >= Use.least {
      notes.broken(
        "An account made \(use.devices.count)\(use.devices.count == Use.limit ? " or more" : "") calls that name a "
          + "device, each with a different device id; the last was r\(use.request).",
        by: use.request, at: Instant(millisecondsSinceEpoch: use.time), isWaived: use.isWaived)
    }
  }

  var rows: [[Int64]] { accounts.rows }

  mutating func restore(_ rows: [[Int64]]) { accounts.restore(rows) }
}
