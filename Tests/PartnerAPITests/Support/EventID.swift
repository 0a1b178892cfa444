/// The bundled events by their roles in `behaviour.md` section 1.
enum EventID {
  static let phoenix = "3F005105D843DFA3"
  static let losAngeles = "0B004D43F86C478F"
  static let losAngelesUniversal = "1AeZZfEGkD0xtGV"
  static let rendered = "3F005237E5CB39EA"
  static let club = "000051048D991EE7"
  static let chicago = "2000527EE48A9334"
  static let delayed = "3F00DE1A00000001"
  static let delayedScrambled = "3F00DE1A00000012"
  static let paper = "3F00BA2C00000002"
  static let generalAdmission = "3F006E0A00000003"
  static let soldOut = "3F00501D00000004"
  static let notTransactable = "3F00C10500000005"
  static let limitFour = "3F0011A100000006"
  static let toronto = "3F00CAD000000007"
  static let offSale = "3F000FF500000010"
  static let stadium = "3F00B16000000008"
  static let captcha = "3F00C4A700000009"
  static let base64 = "3F00B6400000000A"
  static let granular = "3F00F14E00000013"
  static let protected = "3F00C0DE00000014"
  static let secureBarcode = "3F00BA2000000B0B"

  /// A ticket type that the event sells at its best price level.
  static func ticketType(_ event: String) -> String {
    switch event {
    case losAngeles, losAngelesUniversal: "00000405000C"
    case club: "000002040006"
    default: "000000000001"
    }
  }
}
