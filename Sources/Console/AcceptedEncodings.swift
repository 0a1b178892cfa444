/// The content codings of `Accept-Encoding` (RFC 9110 section 12.5.3).
struct AcceptedEncodings {
  /// Whether gzip is named, and not with the weight 0.
  let containGzip: Bool

  /// Reads the values of the field.
  init(_ values: [String]) {
    containGzip = values.contains { value in
      value.split(separator: ",").contains { coding in
        let parts = coding.lowercased().filter { $0 != " " && $0 != "\t" }.split(separator: ";")
        return parts.first == "gzip" && !parts.dropFirst().contains { Self.isZero($0) }
      }
    }
  }

  private static func isZero(_ parameter: Substring) -> Bool {
    parameter.hasPrefix("q=0") && parameter.dropFirst(3).allSatisfy { $0 == "." || $0 == "0" }
  }
}
