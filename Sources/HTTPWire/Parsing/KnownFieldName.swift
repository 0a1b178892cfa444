import HTTPTypes

/// The names of fields that nearly every request has, made once.
enum KnownFieldName {
  private static let names: [(bytes: [UInt8], name: HTTPField.Name)] = [
    "Host", "User-Agent", "Accept", "Accept-Encoding", "Accept-Language", "Connection", "Content-Type",
    "Content-Length", "Authorization", "Origin", "x-api-key", "x-user-id",
  ].flatMap { text in
    // In the two spellings that clients use.
    [text, text.lowercased()].compactMap { spelling in
      HTTPField.Name(spelling).map { (Array(spelling.utf8), $0) }
    }
  }

  /// The name that is spelled exactly so, if it is one of them.
  static func find(_ text: UnsafeBufferPointer<UInt8>) -> HTTPField.Name? {
    for (bytes, name) in names where bytes.count == text.count && bytes[0] == text[0] {
      if bytes.withUnsafeBufferPointer({ known in known.elementsEqual(text) }) { return name }
    }
    return nil
  }
}
