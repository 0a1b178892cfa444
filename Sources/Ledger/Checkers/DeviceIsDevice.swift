/// Notes device ids that name something else: the box office knows most other things, and this remembers accounts.
struct DeviceIsDevice: Checker {
  private static let limit = 256
  private var accounts: [UInt64] = []

  mutating func read(_ exchange: ExchangeFact, _ notes: inout Notes) {
    if exchange.account != nil { remember(exchange.foldedAccount) }
    guard exchange.operation != .cartPayment, let device = exchange.device, device.id != nil else { return }
    notes.seen()
    let thing = device.alsoNames ?? (accounts.contains(device.foldedID) ? .account : nil)
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
