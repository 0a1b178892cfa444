extension TokenReader {
  /// The forms a token can have.
  public enum Form: Sendable, Hashable, CustomStringConvertible {
    /// The fourth version: `t`, `ck`, perhaps `ek`.
    case rotating
    /// The third version: `t` begins with `TM::03::`, there is a `ck` and no `ek`.
    case versionThree
    /// A barcode that never changes, in JSON.
    case staticBarcode
    /// A barcode alone: 12 to 18 digits and an optional letter.
    case rawDigits
    /// Not a token that any SDK draws, and why.
    case notToken(String)

    /// A readable name for the form.
    public var description: String {
      switch self {
      case .rotating: "rotating token"
      case .versionThree: "rotating token of the third version"
      case .staticBarcode: "static barcode"
      case .rawDigits: "barcode digits"
      case .notToken(let reason): "not a token: \(reason)"
      }
    }
  }

  /// What an SDK draws.
  public enum Rendering: String, Sendable, Hashable, CustomStringConvertible {
    /// A PDF417 symbol that changes every fifteen seconds.
    case rotatingPDF417 = "rotating PDF417"
    /// A PDF417 symbol of the barcode.
    case staticPDF417 = "static PDF417"
    /// A QR code of the barcode.
    case qrCode = "QR code"
    /// The text "Reload ticket".
    case error = "error text"

    /// A readable name for the rendering.
    public var description: String { rawValue }
  }

  /// What a text turned out to be.
  public struct Reading: Sendable, Hashable {
    /// Which form it is.
    public var form: Form
    /// Its fields; `nil` if it is not a token.
    public var token: EntryToken?
    /// What the web SDK draws.
    public var web: Rendering
    /// What the iOS SDK draws.
    public var iOS: Rendering
    /// What the Android SDK draws.
    public var android: Rendering
    /// What is likely to surprise, in one sentence each.
    public var warnings: [String]

    /// Makes a reading from its parts.
    public init(
      form: Form, token: EntryToken?, web: Rendering, iOS: Rendering, android: Rendering, warnings: [String] = []
    ) {
      self.form = form
      self.token = token
      self.web = web
      self.iOS = iOS
      self.android = android
      self.warnings = warnings
    }

    /// The reading of a text that no SDK draws.
    static func notToken(_ reason: String) -> Reading {
      Reading(form: .notToken(reason), token: nil, web: .error, iOS: .error, android: .error)
    }
  }
}
