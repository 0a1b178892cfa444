/// The contents of a SafeTix token: the base64 text is JSON with these fields, all of them optional strings.
public struct EntryToken: Sendable, Hashable {
  /// The ticket's barcode, `b`.
  public var barcode: String?
  /// The start of the payload, `t`: 64 base64 characters for 48 bytes; `TM::03::…` in the third version.
  public var rawToken: String?
  /// The key of ticket and device, `ck`, as written: 40 hexadecimal digits.
  public var customerKey: String?
  /// The key of the event, `ek`, as written: 40 hexadecimal digits.
  public var eventKey: String?
  /// How the ticket is drawn, `rt`; `nil` if it is absent or unknown.
  public var renderType: RenderType?

  /// Makes a token from its fields.
  public init(
    barcode: String?, rawToken: String? = nil, customerKey: String? = nil, eventKey: String? = nil,
    renderType: RenderType? = nil
  ) {
    self.barcode = barcode
    self.rawToken = rawToken
    self.customerKey = customerKey
    self.eventKey = eventKey
    self.renderType = renderType
  }

  /// The bytes of ``customerKey``; `nil` if it is absent or not hexadecimal.
  public var customerKeyBytes: [UInt8]? { customerKey.flatMap(Hexadecimal.bytes) }

  /// The bytes of ``eventKey``; `nil` if it is absent or not hexadecimal.
  public var eventKeyBytes: [UInt8]? { eventKey.flatMap(Hexadecimal.bytes) }
}
