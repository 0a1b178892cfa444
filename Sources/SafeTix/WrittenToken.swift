/// A token's fields as written, before they are interpreted.
struct WrittenToken {
  var barcode: String?
  var rawToken: String?
  var customerKey: String?
  var eventKey: String?
  var renderType: String?

  /// The token's form, and what each SDK draws.
  var reading: TokenReader.Reading {
    let token = EntryToken(
      barcode: barcode, rawToken: rawToken, customerKey: customerKey, eventKey: eventKey,
      renderType: renderType.flatMap { RenderType(rawValue: $0.lowercased()) })
    let form = form(of: token)
    if case .notToken(let reason) = form { return .notToken(reason) }
    return TokenReader.Reading(
      form: form, token: token, web: webRendering(of: token), iOS: iOSRendering, android: androidRendering,
      warnings: warnings)
  }

  private var rotates: Bool { rawToken != nil && customerKey != nil }

  private var exactRenderType: RenderType? { renderType.flatMap(RenderType.init) }

  private func form(of token: EntryToken) -> TokenReader.Form {
    if let renderType, token.renderType == nil {
      return .notToken("rt is \"\(renderType.prefix(40))\"; the SDKs know rotating_symbology and barcode")
    }
    if token.renderType == .barcode {
      return barcode == nil ? .notToken("rt is barcode but b is missing") : .staticBarcode
    }
    if let rawToken, rotates {
      return rawToken.hasPrefix("TM::03::") && eventKey == nil ? .versionThree : .rotating
    }
    return barcode == nil ? .notToken("it has neither b, nor both t and ck") : .staticBarcode
  }

  /// The web SDK ignores the case of `rt`, and draws a bare barcode as a PDF417.
  private func webRendering(of token: EntryToken) -> TokenReader.Rendering {
    if token.renderType == .barcode { return .qrCode }
    return rotates ? .rotatingPDF417 : .staticPDF417
  }

  /// The iOS SDK needs `rt` in lower case, falls back to QR for a bare barcode, and needs a hexadecimal `ck` to rotate.
  private var iOSRendering: TokenReader.Rendering {
    switch exactRenderType {
    case .barcode: return .qrCode
    case nil where renderType != nil: return rotates || barcode == nil ? .error : .qrCode
    case nil where !rotates: return .qrCode
    default: break
    }
    if rotates, isHexadecimal(customerKey) { return .rotatingPDF417 }
    return barcode == nil ? .error : .staticPDF417
  }

  /// The Android SDK needs `rt` in lower case, and accepts any keys.
  private var androidRendering: TokenReader.Rendering {
    switch exactRenderType {
    case .barcode: .qrCode
    case nil where renderType != nil: .error
    case nil where !rotates: .qrCode
    default: rotates ? .rotatingPDF417 : .staticPDF417
    }
  }

  private var warnings: [String] {
    var warnings: [String] = []
    if renderType != nil, exactRenderType == nil {
      warnings.append("rt is not in lower case: only the web SDK ignores the case.")
    }
    guard rotates, exactRenderType != .barcode else { return warnings }
    if !isHexadecimal(customerKey) {
      let fallback = barcode == nil ? "draws its error text" : "draws a static PDF417 of b"
      warnings.append("ck \(shape(of: customerKey)): the iOS SDK \(fallback) instead.")
    }
    if eventKey != nil, !isHexadecimal(eventKey) {
      warnings.append("ek \(shape(of: eventKey)): the iOS SDK leaves its password out of the payload.")
    }
    if !isHexadecimal(customerKey) || (eventKey != nil && !isHexadecimal(eventKey)) {
      warnings.append("The web SDK treats such a key as empty, so the password does not depend on it.")
      warnings.append(
        "The Android SDK reads hyphens as garbage bytes, so its password differs from that of the digits.")
    }
    return warnings
  }

  private func isHexadecimal(_ key: String?) -> Bool {
    key.flatMap(Hexadecimal.bytes) != nil
  }

  private func shape(of key: String?) -> String {
    key?.contains("-") == true ? "has hyphens, like a UUID" : "is not hexadecimal"
  }
}
