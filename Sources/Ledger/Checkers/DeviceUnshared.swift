/// Notes devices that several accounts share.
struct DeviceUnshared: Checker {
  struct Users: Row {
    /// How many accounts are too many.
    static let limit = 3
    var accounts: [UInt64]

    init(_ account: UInt64) { accounts = [account] }

    var words: [Int64] { accounts.map { Int64(bitPattern: $0) } }

    init?(words: ArraySlice<Int64>) {
      guard (1...Self.limit).contains(words.count) else { return nil }
      accounts = words.map { UInt64(bitPattern: $0) }
    }
  }

  private var devices = Table<Users>()

  mutating func read(_ exchange: ExchangeFact, _ notes: inout Notes) {
    let (device, account) = (exchange.foldedDevice, exchange.foldedAccount)
    guard account != 0, device != 0 else { return }
    notes.seen()
    if devices.contains(device, where: { $0.accounts.count == Users.limit || $0.accounts.contains(account) }) { return }
    guard var users = devices[device] else {
      devices[device] = Users(account)
      return
    }
    users.accounts.append(account)
    devices[device] = users
    if users.accounts.count == Users.limit { notes.broken("A third account used the same device id.") }
  }

  var rows: [[Int64]] { devices.rows }

  mutating func restore(_ rows: [[Int64]]) { devices.restore(rows) }
}
