extension BoxOffice {
  /// How many carts that expired are remembered between two looks at them; further ones are left out.
  public static let recentExpiryLimit = 1_000

  /// The carts that expired since the last call, oldest first; notes are taken from the first call on.
  public mutating func takeRecentExpiries() -> [Cart] {
    defer { recentExpiries = [] }
    return recentExpiries ?? []
  }

  /// Forgets them, and takes no more notes.
  public mutating func dropRecentExpiries() {
    recentExpiries = nil
  }

  mutating func noteExpiry(_ cart: Cart) {
    expiryLog?.note(cart)
    guard let count = recentExpiries?.count, count < Self.recentExpiryLimit else { return }
    recentExpiries?.append(cart)
  }
}
