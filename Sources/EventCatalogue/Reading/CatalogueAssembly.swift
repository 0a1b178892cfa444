import JSONText

/// Assembles events and sold orders, and checks what can only be checked across files.
struct CatalogueAssembly {
  /// Something read, with its source.
  private struct Entry<Content> {
    let content: Content
    let root: JSONValue
    let file: String
    /// The position of the file in the order in which files were added.
    let turn: Int
    /// Whether it replaced an earlier one.
    let isReplacement: Bool

    func mismatch(at path: String, expected: String, found: String? = nil) -> JSONMismatch {
      let value = root.value(at: path) ?? root
      return found.map { value.mismatch(expected: expected, found: $0) } ?? value.unfit(expected)
    }

    /// - Throws: ``FixtureError`` unless there is nothing wrong.
    func reject(_ mismatches: [JSONMismatch]) throws(FixtureError) {
      if !mismatches.isEmpty { throw FixtureError(file: file, mismatches) }
    }
  }

  private var events: [Entry<Event>] = []
  private var orders: [Entry<SoldOrder>] = []
  private var turn = 0

  mutating func add(_ event: Event, from root: JSONValue, file: String) {
    let place = events.firstIndex { $0.content.id == event.id }
    turn += 1
    let entry = Entry(content: event, root: root, file: file, turn: turn, isReplacement: place != nil)
    if let place { events[place] = entry } else { events.append(entry) }
  }

  mutating func add(_ order: SoldOrder, from root: JSONValue, file: String) {
    let place = orders.firstIndex { $0.content.number == order.number }
    turn += 1
    let entry = Entry(content: order, root: root, file: file, turn: turn, isReplacement: place != nil)
    if let place { orders[place] = entry } else { orders.append(entry) }
  }

  func catalogue() throws(FixtureError) -> Catalogue {
    try rejectSharedNames()
    let catalogue = Catalogue(events: events.map(\.content), soldOrders: [])
    var check = SoldOrderCheck()
    var fitting: [SoldOrder] = []
    for entry in orders {
      let order = entry.content
      guard let place = catalogue.place(ofEvent: order.eventID) else {
        throw FixtureError(file: entry.file, entry.mismatch(at: "/event", expected: "the id of an event"))
      }
      let event = events[place]
      let problems = check.problems(of: order, in: event.content)
      if event.isReplacement, entry.turn < event.turn, problems.contains(where: \.isAboutSeats) { continue }
      try entry.reject(problems.prefix(200).map { entry.mismatch(at: $0.path, expected: $0.expected) })
      check.note(order, in: event.content)
      fitting.append(order)
      fitting[fitting.count - 1].eventID = event.content.id
    }
    return Catalogue(events: events.map(\.content), soldOrders: fitting)
  }

  private func rejectSharedNames() throws(FixtureError) {
    var owners: [String: String] = [:]
    var hostNames: [String: String] = [:]
    for entry in events.sorted(by: { $0.turn < $1.turn }) {
      let event = entry.content
      var mismatches: [JSONMismatch] = []
      for (place, id) in ([event.id] + event.description.aliases).enumerated() {
        if let owner = owners.updateValue(event.id, forKey: id) {
          mismatches.append(
            entry.mismatch(
              at: place == 0 ? "/id" : "/aliases/\(place - 1)", expected: "an id that no other event has",
              found: "\"\(id)\", which also names event \(owner)"))
        }
      }
      for (place, hostName) in event.description.codes.enumerated() {
        if let owner = hostNames.updateValue(event.id, forKey: hostName) {
          let code = hostName.prefix { $0 != "/" }
          mismatches.append(
            entry.mismatch(
              at: place == 0 ? "/code" : "/otherCodes/\(place - 1)/code",
              expected: "a code that no other event of the host has",
              found: "\"\(code)\", the code of event \(owner)"))
        }
      }
      try entry.reject(mismatches)
    }
  }
}
