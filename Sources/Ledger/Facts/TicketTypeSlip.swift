/// A ticket type id that was not written as availability gave it.
public struct TicketTypeSlip: Sendable, Equatable {
  /// As sent.
  public var sent: String
  /// Whether it was a JSON number.
  public var isNumber: Bool
  /// The id that it would be with its leading zeros; nil if no id matches.
  public var meant: String?

  /// Makes a slip.
  public init(sent: String, isNumber: Bool, meant: String?) {
    self.sent = sent
    self.isNumber = isNumber
    self.meant = meant
  }

  /// Finds what is wrong with an id; nil if nothing is, or if it is a string that resembles no known id.
  ///
  /// - Parameter known: the ids of the event.
  public static func find(_ sent: String, isNumber: Bool, known: some Sequence<String>) -> TicketTypeSlip? {
    var meant: String?
    let bare = sent.drop { $0 == "0" }
    for id in known {
      if id == sent {
        return isNumber ? TicketTypeSlip(sent: sent, isNumber: true, meant: id) : nil
      }
      if meant == nil, id.drop(while: { $0 == "0" }) == bare { meant = id }
    }
    guard isNumber || meant != nil else { return nil }
    return TicketTypeSlip(sent: sent, isNumber: isNumber, meant: meant)
  }
}
