import HTTPTypes

extension HTTPResponse.Status {
  /// The reason phrase to send: the given one, else the registered one, so that `Status(code: 404)` gets one too.
  var wireReasonPhrase: String {
    reasonPhrase.isEmpty ? Self.registeredPhrases[code] ?? "" : reasonPhrase
  }

  /// The status line with the registered phrase, unless another phrase is given or none is registered.
  var registeredLine: [UInt8]? {
    guard (100...599).contains(code), let known = Self.lines[code - 100],
      reasonPhrase.isEmpty || reasonPhrase == known.phrase
    else { return nil }
    return known.line
  }

  /// By code, from 100 on, so that the line of an answer is found without hashing.
  private static let lines: [(phrase: String, line: [UInt8])?] = (100...599).map { code in
    registeredPhrases[code].map { ($0, Array("HTTP/1.1 \(code) \($0)\r\n".utf8)) }
  }

  /// The phrases registered in RFC 9110 §15 and RFC 6585, as far as an API needs them.
  private static let registeredPhrases: [Int: String] = {
    let known: [Self] = [
      .continue, .switchingProtocols, .earlyHints, .ok, .created, .accepted, .nonAuthoritativeInformation, .noContent,
      .resetContent, .partialContent, .multipleChoices, .movedPermanently, .found, .seeOther, .notModified,
      .temporaryRedirect, .permanentRedirect, .badRequest, .unauthorized, .forbidden, .notFound, .methodNotAllowed,
      .notAcceptable, .proxyAuthenticationRequired, .requestTimeout, .conflict, .gone, .lengthRequired,
      .preconditionFailed, .contentTooLarge, .uriTooLong, .unsupportedMediaType, .rangeNotSatisfiable,
      .expectationFailed, .misdirectedRequest, .unprocessableContent, .tooEarly, .upgradeRequired,
      .preconditionRequired, .tooManyRequests, .requestHeaderFieldsTooLarge, .unavailableForLegalReasons,
      .internalServerError, .notImplemented, .badGateway, .serviceUnavailable, .gatewayTimeout,
      .httpVersionNotSupported, .networkAuthenticationRequired,
    ]
    var phrases: [Int: String] = [:]
    for status in known { phrases[status.code] = status.reasonPhrase }
    phrases[402] = "Payment Required"
    return phrases
  }()
}
