import HTTPWire
import PartnerVocabulary

extension Operation {
  private static let marker = Array("\"encryption_key\"".utf8)

  /// The longest content that is read on an event loop, in bytes: of a longer one, milliseconds pass until it is.
  static let contentAtOnce = 64 * 1024

  /// Whether the work on a request takes milliseconds: whether it is long, or has to do with RSA.
  func takesLong(for request: Request) -> Bool {
    if request.body.count > Self.contentAtOnce { return true }
    return switch self {
    case .certificate: true
    case .cartPayment, .memberBillingAdd: Self.marks(request.body)
    default: false
    }
  }

  /// Whether a body may name an encryption key: whether the name is there, or any escape, with which it can be spelt.
  private static func marks(_ body: [UInt8]) -> Bool {
    if body.contains(UInt8(ascii: "\\")) { return true }
    var rest = body[...]
    while let place = rest.firstIndex(of: UInt8(ascii: "\"")) {
      if rest[place...].starts(with: marker) { return true }
      rest = rest[(place + 1)...]
    }
    return false
  }
}
