import HTTPWire

/// Says what a client that used an unknown path or a wrong method probably meant.
enum RouteAdvice {
  /// The advice for a path that no route has.
  ///
  /// - Parameter segments: the decoded segments of the path.
  static func sentence(for path: String, _ segments: [String], method: String) -> String {
    let served = RouteTable.isPartnerPrefix(segments)
    let prefix = served ? segments.prefix(2).map { "/\($0)" }.joined() : KnownGuess.prefix
    if served, let guess = KnownGuess.all.first(where: { $0.isMade(by: method, segments) }) {
      return guess.advice.replacing(KnownGuess.prefix, with: prefix)
    }
    if served, segments.count == 4 || segments.count == 5, segments[2] == "orders", !segments[3].isEmpty {
      let name = segments.dropFirst(3).joined(separator: "/")
      let parameter = name.contains("/") ? "order_number" : "order_token"
      // Only repeat a name that looks like one.
      let value = isPlain(name) ? name : "…"
      return
        "Name the order in the query: \(method == "POST" ? "POST" : "GET") \(prefix)/orders?\(parameter)=\(value)."
    }
    let remark = remark(on: path, method: method)
    guard let nearest = NearestRoute.text(for: repaired(segments), method: method) else {
      return "\(remark) The Partner API is under /partners/v1."
    }
    return "\(remark) The closest is \(nearest)."
  }

  /// Whether a path is one that no current document has but that clients are known to request.
  static func isKnown(_ segments: [String], method: String) -> Bool {
    guard RouteTable.isPartnerPrefix(segments) else { return false }
    return segments.suffix(2) == ["cart", "tickets"] || KnownGuess.all.contains { $0.isMade(by: method, segments) }
  }

  /// The advice for a path that has routes for other methods.
  static func sentence(for segments: [String], method: String, allowed: String) -> String {
    let sentence = "\(method) is not allowed here; the path accepts \(allowed)."
    return NearestRoute.text(for: segments, method: method, isKnown: true).map { "\(sentence) The closest is \($0)." }
      ?? sentence
  }

  /// The segments of a pattern.
  static func segments(of pattern: String) -> [String] {
    pattern.utf8.split(separator: UInt8(ascii: "/")).compactMap { String($0) }
  }

  /// Whether a segment looks like an identifier: it has a digit and is not a version.
  static func isIdentifier(_ segment: String) -> Bool {
    let bytes = Array(segment.utf8)
    let isVersion = bytes.count == 2 && bytes[0] | 0x20 == UInt8(ascii: "v")
    return !isVersion && bytes.contains { $0 >= 0x30 && $0 <= 0x39 }
  }

  /// The obvious mistake in a path, if any.
  private static func remark(on path: String, method: String) -> String {
    if path.contains("&"), path.contains("=") {
      // The path is not repeated: it may hold the key.
      return "The query must begin with ?, not with &: without ?, the parameters became part of the path."
    }
    if path.hasSuffix(".json") { return "No Partner API path ends in .json." }
    if path.count > 1, path.hasSuffix("/") { return "The path ends in a slash; try it without." }
    if path.contains("//") { return "The path has an empty segment (//)." }
    if path.hasSuffix("/cart/tickets") {
      return "The flow of 2015, in which tickets were added to a separate cart, is not supported."
    }
    return "No route matches \(method) \(path.prefix(200))."
  }

  /// The path without its obvious mistakes.
  private static func repaired(_ segments: [String]) -> [String] {
    segments.compactMap { segment in
      var text = segment.prefix { $0 != "&" }
      if text.hasSuffix(".json") { text = text.dropLast(5) }
      return text.isEmpty ? nil : String(text)
    }
  }

  private static func isPlain(_ text: String) -> Bool {
    text.utf8.count <= 100
      && text.unicodeScalars.allSatisfy {
        $0.isASCII && ($0.properties.isAlphabetic || "0123456789-_/".contains(Character($0)))
      }
  }
}
