/// The first ten and the newest ten of a series.
struct FirstAndNewest<Element: Sendable>: Sendable {
  static var limit: Int { 10 }
  private(set) var first: [Element] = []
  private(set) var newest: [Element] = []

  /// All that are kept, oldest first.
  var elements: [Element] { first + newest }

  mutating func add(_ element: Element) {
    if first.count < Self.limit {
      first.append(element)
    } else {
      if newest.count == Self.limit { newest.removeFirst() }
      newest.append(element)
    }
  }

  mutating func add(_ others: some Sequence<Element>) {
    for element in others { add(element) }
  }
}
