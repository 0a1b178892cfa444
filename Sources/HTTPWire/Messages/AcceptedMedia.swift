/// The media types that an `Accept` field asks for (RFC 9110 section 12.5.1).
public struct AcceptedMedia: Sendable {
  private struct Range: Sendable {
    let type: Substring
    let subtype: Substring
    /// In thousandths.
    let quality: Int
    /// A more precise range overrides a less precise one.
    var precision: Int { type == "*" ? 0 : subtype == "*" ? 1 : 2 }
  }

  private let ranges: [Range]

  /// Reads the field; a missing or empty one accepts everything, and malformed ranges are ignored.
  public init(_ field: String?) {
    ranges = (field.flatMap { $0.isEmpty ? nil : $0 } ?? "*/*").lowercased().split(separator: ",").compactMap(
      Self.range)
  }

  /// How much a media type is wanted, from 0 (not at all) to 1000.
  public func quality(of type: String, _ subtype: String) -> Int {
    let matches = ranges.filter { range in
      (range.type == "*" || range.type == type) && (range.subtype == "*" || range.subtype == subtype)
    }
    guard let precision = matches.map(\.precision).max() else { return 0 }
    return matches.filter { $0.precision == precision }.map(\.quality).max() ?? 0
  }

  private static func range(_ text: Substring) -> Range? {
    let parts = text.split(separator: ";", omittingEmptySubsequences: false).map(trim)
    let names = parts.first?.split(separator: "/", omittingEmptySubsequences: false) ?? []
    guard names.count == 2, !names[0].isEmpty, !names[1].isEmpty, names[0] != "*" || names[1] == "*" else { return nil }
    let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.map { quality($0.dropFirst(2)) } ?? 1000
    return weight.map { Range(type: names[0], subtype: names[1], quality: $0) }
  }

  /// `0`, `1`, or either with up to three decimals; `nil` for anything else.
  private static func quality(_ text: Substring) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts[0] == "0" || parts[0] == "1" else { return nil }
    let decimals = parts.count == 2 ? parts[1] : ""
    guard decimals.utf8.count <= 3, decimals.utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") })
    else { return nil }
    let padded = decimals + String(repeating: "0", count: 3 - decimals.utf8.count)
    let value = (parts[0] == "1" ? 1000 : 0) + (Int(padded) ?? 0)
    return value <= 1000 ? value : nil
  }

  private static func trim(_ text: Substring) -> Substring {
    let start = text.drop { $0 == " " || $0 == "\t" }
    guard let last = start.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return start }
    return start[...last]
  }
}
