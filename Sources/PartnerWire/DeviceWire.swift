package import JSONText
package import PartnerVocabulary

/// The device block of `POST /orders`, with the lengths and values of the documents' table.
package enum DeviceWire {
  private static let source = "SafeTix, Order Management request"
  package static let deviceID = WireField(
    "device_id", .text(1...50), required: true, about: "The id of the device that will show the ticket.",
    source: source, example: "\"12345\"")
  package static let deviceType = WireField(
    "device_type", .keyword(["web", "native"]), required: true,
    about: "Whether the ticket is shown by a web page or a native app.", source: source, example: "\"web\"")
  package static let deviceOS = WireField(
    "device_os", .keyword(["ios", "android", "other"]), required: true, about: "The operating system of the device.",
    source: source, example: "\"android\"")
  package static let account = WireField(
    "third_party_account_id", .text(1...100), required: true,
    about: "The partner's id of the account that owns the tickets.", source: source, example: "\"12313131\"")
  package static let table = WireTable("DeviceBlock", [deviceID, deviceType, deviceOS, account])

  /// Reads the block; values are compared without case and kept as sent.
  ///
  /// - Throws: `invalid-input`.
  package static func read(_ body: inout JSONObjectReader) throws(APIError) -> (device: Device, account: String) {
    let device = Device(
      id: try body.required(deviceID), type: try body.required(deviceType), os: try body.required(deviceOS))
    try check(device.type, deviceType, ["web", "native"], &body)
    try check(device.os, deviceOS, ["ios", "android", "other"], &body)
    return (device, try body.required(account))
  }

  /// What is wrong with the device in a body, in a few words; `nil` if nothing is.
  package static func problem(in body: JSONValue) -> String? {
    for field in [deviceID, deviceType, deviceOS] {
      guard let value = body[field.name], value.kind != .null else { return "\(field.name) is missing" }
      guard let text = value.string else { return "\(field.name) is not a string" }
      if field.lengths.flatMap(text.scalarCount) != nil { return "\(field.name) has an invalid length" }
      guard case .keyword(let words) = field.kind, !words.contains(text.lowercased()) else { continue }
      return "\(field.name) is \"\(text.prefix(20))\""
    }
    return nil
  }

  private static func check(
    _ text: String, _ field: WireField, _ allowed: [String], _ body: inout JSONObjectReader
  ) throws(APIError) {
    if allowed.contains(text.lowercased()) { return }
    guard let value = body.value(field) else { throw body.missing(field) }
    throw APIError(value.mismatch(expected: "one of \(allowed.joined(separator: ", "))", found: "\"\(text)\""))
  }
}

/// The device that a token is for.
package struct Device: Sendable {
  /// As sent.
  package let id: String
  /// As sent: web or native.
  package let type: String
  /// As sent: ios, android or other.
  let os: String

  /// Only native iOS apps can present a ticket by NFC.
  package var isNFCCapable: Bool { type.lowercased() == Self.nfcType && os.lowercased() == Self.nfcOS }

  static var nfcType: String { "native" }
  static var nfcOS: String { "ios" }
}
