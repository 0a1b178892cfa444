/// Notes device ids that name something else: the box office knows most other things, and this remembers accounts.
struct DeviceIsDevice: Checker {
  private static let limit = 256
  private var accounts: [UInt64] = []

  mutating func read(_ exchange: ExchangeFact, _ notes: inout Notes) {
    if exchange.foldedAccount != 0 { remember(exchange.foldedAccount) }
    let device = exchange.foldedDevice
    guard exchange.operation != .cartPayment, device != 0 else { return }
    notes.seen()
    let thing = exchange.device?.alsoNames ?? (accounts.contains(device) ? .account : nil)
    guard let thing else { return }
    notes.broken("The device id is \(thing.rawValue) of this sandbox.")
  }

  private mutating func remember(_ account: UInt64) {
    if accounts.contains(account) { return }
    if accounts.count == Self.limit { accounts.removeFirst(Self.limit / 8) }
    accounts.append(account)
  }

  var rows: [[Int64]] { accounts.map { [Int64(bitPattern: $0)] } }

  mutating func restore(_ rows: [[Int64]]) {
    accounts = rows.prefix(Self.limit).compactMap { $0.first.map { UInt64(bitPattern: $0) } }
  }
}
