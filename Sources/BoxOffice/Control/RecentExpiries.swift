extension BoxOffice {
  /// How many expired carts are remembered between two calls; any more are left out.
  public static let recentExpiryLimit = 1_000

  /// The carts that expired since the last call, oldest first; recording starts with the first call.
  public mutating func takeRecentExpiries() -> [Cart] {
    defer { recentExpiries = [] }
    return recentExpiries ?? []
  }

  /// Forgets the recorded carts and stops recording.
  public mutating func dropRecentExpiries() {
    recentExpiries = nil
  }

  mutating func noteExpiry(_ cart: Cart) {
    expiryLog?.note(cart)
    guard let count = recentExpiries?.count, count < Self.recentExpiryLimit else { return }
    recentExpiries?.append(cart)
  }
}
