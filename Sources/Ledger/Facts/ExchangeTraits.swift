/// What rules ask of an exchange before anything else, in one set.
///
/// Most exchanges break nothing; one comparison of sets then tells a rule so.
struct ExchangeTraits: OptionSet, Sendable {
  let rawValue: UInt32

  init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// The outcomes that there are among the tickets of Secure Render.
  init(_ outcomes: RenderFact.Outcomes) {
    rawValue = UInt32(outcomes.rawValue)
  }

  static let incomplete = ExchangeTraits(.incomplete)
  static let otherBarcode = ExchangeTraits(.otherBarcode)
  static let otherAccount = ExchangeTraits(.otherAccount)
  static let notSecure = ExchangeTraits(.notSecure)

  /// What every exchange has.
  static let any = ExchangeTraits(rawValue: 0x100)
  /// It reached an operation.
  static let operation = ExchangeTraits(rawValue: 0x200)
  /// It asks for tickets to be rendered.
  static let tickets = ExchangeTraits(rawValue: 0x400)
  /// It has a device block.
  static let device = ExchangeTraits(rawValue: 0x800)
  /// Its device block is not in order.
  static let faultyDevice = ExchangeTraits(rawValue: 0x1000)
  /// A handler worked on it, and it has a device block or asks for tickets.
  static let rendering = ExchangeTraits(rawValue: 0x2000)
  /// It names no account.
  static let noAccount = ExchangeTraits(rawValue: 0x4000)
  /// It was refused through the client's own fault.
  static let refused = ExchangeTraits(rawValue: 0x8000)
  /// It uses outdated forms.
  static let otherForms = ExchangeTraits(rawValue: 0x1_0000)
  /// Its content is not labelled as JSON.
  static let foreignContent = ExchangeTraits(rawValue: 0x2_0000)
  /// It has fields that no document describes.
  static let unknownFields = ExchangeTraits(rawValue: 0x4_0000)
  /// Its key is not where keys belong.
  static let misplacedKey = ExchangeTraits(rawValue: 0x8_0000)
}

extension ExchangeFact {
  /// What rules ask of it first.
  var traits: ExchangeTraits {
    var traits: ExchangeTraits = [ExchangeTraits(renders.outcomes), .any]
    if operation != nil { traits.insert(.operation) }
    if !renders.isEmpty { traits.insert(.tickets) }
    if namesDevice { traits.insert(.device) }
    if hasDeviceProblem { traits.insert(.faultyDevice) }
    if wasWorkedOn, !traits.isDisjoint(with: [.device, .tickets]) { traits.insert(.rendering) }
    if foldedAccount == 0 { traits.insert(.noAccount) }
    if isRefused { traits.insert(.refused) }
    if oddities != nil {
      if !otherForms.isEmpty { traits.insert(.otherForms) }
      if foreignContentType != nil { traits.insert(.foreignContent) }
      if !unknownFields.isEmpty { traits.insert(.unknownFields) }
      if keySlip != nil { traits.insert(.misplacedKey) }
    }
    return traits
  }
}
