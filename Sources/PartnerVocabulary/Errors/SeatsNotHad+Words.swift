package import BoxOffice
import JSONText

extension SeatsNotHad {
  /// What was asked for and why it was not available, in one sentence short enough for a header.
  package var sentence: String { "You asked for \(asked), but \(why)." }

  private var asked: String {
    switch named {
    case .places(let places):
      let shown = places.prefix(2).map(Self.shortened).joined(separator: ", ")
      return
        "\(places.count == 1 ? "place" : "places") \(shown)\(places.count > 2 ? " and \(places.count - 2) more" : "")"
    case .range(let section, let row, let begin, let end):
      var parts = ["\(quantity) \(quantity == 1 ? "ticket" : "tickets")"]
      if let section { parts[0] += " in section \(Self.shortened(section))" }
      if let row { parts.append("row \(Self.shortened(row))") }
      switch (begin, end) {
      case (let begin?, let end?): parts.append(begin == end ? "seat \(begin)" : "seats \(begin) to \(end)")
      case (let begin?, nil): parts.append("seats from \(begin)")
      case (nil, let end?): parts.append("seats up to \(end)")
      case (nil, nil): break
      }
      return parts.joined(separator: ", ")
    }
  }

  private var why: String {
    switch reason {
    case .noPlace(let id): "\(Self.shortened(id)) is not a place in this event's availability"
    case .noSection(let name, let known): "there is no section \(Self.shortened(name))\(Self.offer(name, known))"
    case .noRow(let name, let known): "there is no row \(Self.shortened(name)) there\(Self.offer(name, known))"
    case .noNumber(nil): "there are no such seat numbers"
    case .noNumber(let known?):
      "there are no such seat numbers; they go from \(known.lowerBound) to \(known.upperBound)"
    case .otherAreas: "they are not in the areas that you asked for"
    case .otherOffers: "the ticket type is not sold there, or not at the price that you asked for"
    case .taken(let held, let sold):
      [held.isEmpty ? nil : "\(Self.list(held)) held", sold.isEmpty ? nil : "\(Self.list(sold)) sold"]
        .compactMap { $0 }.joined(separator: ", and ")
    case .tooFewFree(let free):
      free == 0 ? "nothing is free there" : "only \(free) \(free == 1 ? "is" : "are") free there"
    case .notTogether: "there are no \(quantity) free seats side by side"
    case .strandsSingle: "they would leave a single seat between others (restrictSingle), or are not side by side"
    }
  }

  private static func list(_ seats: [String]) -> String {
    let shown = seats.count > 3 ? seats.prefix(3) + ["\(seats.count - 3) more"] : seats
    let last = shown.last ?? ""
    return shown.count < 2
      ? "\(last) is" : "\(shown.dropLast().joined(separator: ", ")) and \(last) are"
  }

  /// Suggests the name that was probably meant, or else lists the existing names.
  private static func offer(_ name: String, _ known: [String]) -> String {
    // A two-letter name is close to everything.
    if name.utf8.count > 2, let meant = Spelling.nearest(to: name, among: known) { return " (did you mean \(meant)?)" }
    let more = known.count > 8 ? " and \(known.count - 8) more" : ""
    return "; there are \(known.prefix(8).joined(separator: ", "))\(more)"
  }

  private static func shortened(_ text: String) -> String {
    text.unicodeScalars.count <= 30 ? text : "\(String(text.unicodeScalars.prefix(27)))..."
  }
}
