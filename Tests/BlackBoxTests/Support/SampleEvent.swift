/// Events of the built-in catalogue.
enum SampleEvent {
  /// The SafeTix document's event.
  static let documented = "3F005105D843DFA3"
  /// The documents' seat, which costs 101.66.
  static let documentedSeat = Seat(section: "BALC2L", row: "B", number: 13)
  /// Twenty thousand seats.
  static let big = "3F00B16000000008"
  /// Cart ids that need percent-encoding.
  static let base64Carts = "3F00B6400000000A"
  /// Not SafeTix.
  static let paper = "3F00BA2C00000002"
}
