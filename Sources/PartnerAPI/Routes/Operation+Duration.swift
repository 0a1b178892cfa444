import HTTPWire
import PartnerVocabulary

extension Operation {
  private static let marker = Array("\"encryption_key\"".utf8)

  /// The longest content, in bytes, that is read on an event loop: reading a longer one takes milliseconds.
  static let contentAtOnce = 64 * 1024

  /// Whether the work on a request takes milliseconds, because its body is long or it involves RSA.
  func takesLong(for request: Request) -> Bool {
    if request.body.count > Self.contentAtOnce { return true }
    return switch self {
    case .certificate: true
    case .cartPayment, .memberBillingAdd: Self.marks(request.body)
    default: false
    }
  }

  /// Whether a body may name an encryption key: it contains the member's name, or a backslash that could escape it.
  private static func marks(_ body: [UInt8]) -> Bool {
    let marker = marker
    return body.withUnsafeBufferPointer { body in
      body.indices.contains { place in
        if body[place] == UInt8(ascii: "\\") { return true }
        guard body[place] == UInt8(ascii: "\""), body.count - place >= marker.count else { return false }
        return marker.indices.allSatisfy { body[place + $0] == marker[$0] }
      }
    }
  }
}
