/// A decoder for issued tokens that shares nothing with the module: it would not notice the module's own mistakes else.
enum IndependentDecoder {
  /// Decodes base64 by looking each character up; `nil` for anything out of the ordinary.
  static func base64(_ text: [UInt8]) -> [UInt8]? {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    guard text.count.isMultiple(of: 4) else { return nil }
    var bits: [Bool] = []
    let padding = text.reversed().prefix { $0 == UInt8(ascii: "=") }.count
    guard padding <= 2 else { return nil }
    for character in text.dropLast(padding) {
      guard let value = alphabet.firstIndex(of: character) else { return nil }
      for bit in (0..<6).reversed() { bits.append(value >> bit & 1 == 1) }
    }
    let whole = bits.count / 8 * 8
    guard bits[whole...].allSatisfy({ !$0 }), bits.count - whole == padding * 2 else { return nil }
    return stride(from: 0, to: whole, by: 8).map { start in
      bits[start..<(start + 8)].reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) }
    }
  }

  /// Splits `{"b":"…","rt":"…"}` into names and values, in order; `nil` if it is not of exactly this compact form.
  static func fields(_ json: [UInt8]) -> [(name: String, value: String)]? {
    let text = String(decoding: json, as: UTF8.self)
    guard text.hasPrefix("{\""), text.hasSuffix("\"}"), !text.contains("\\") else { return nil }
    var fields: [(String, String)] = []
    var parts = text.dropFirst(2).dropLast(2).split(separator: "\"", omittingEmptySubsequences: false)[...]
    while true {
      guard parts.count >= 3 else { return nil }
      let name = parts.removeFirst()
      guard parts.removeFirst() == ":" else { return nil }
      fields.append((String(name), String(parts.removeFirst())))
      guard let comma = parts.popFirst() else { return fields }
      guard comma == "," else { return nil }
    }
  }

  /// Names and values of a token.
  static func decode(_ token: [UInt8]) -> [(name: String, value: String)]? {
    base64(token).flatMap(fields)
  }
}
