import JSONText

/// A request, in parts that can be made longer one by one.
struct Message: Sendable {
  var method: String
  /// Without the query.
  var path: String
  var query: [(name: String, value: String)] = []
  var headers: [(name: String, value: String)] = [("Host", "localhost:8490")]
  var body: JSONTree?
  /// How many chunks the body is sent in; 0: in one piece with its length.
  var chunks = 0
  /// How many blanks stand before the body.
  var blanks = 0

  init(
    _ method: String, _ target: String, _ body: String? = nil, headers: KeyValuePairs<String, String> = [:]
  ) {
    self.method = method
    let parts = target.split(separator: "?", maxSplits: 1)
    path = String(parts[0])
    if parts.count > 1 {
      query = parts[1].split(separator: "&").map { item in
        let sides = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        return (String(sides[0]), sides.count > 1 ? String(sides[1]) : "")
      }
    }
    self.headers += headers.map { ($0.key, $0.value) }
    self.body = body.map { text in
      do {
        return JSONTree(try .parse(Array(text.utf8)))
      } catch {
        fatalError("the body of \(method) \(target): \(error)")
      }
    }
  }

  /// What a client sends.
  var bytes: [UInt8] {
    let items = query.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
    var head = "\(method) \(path)\(items.isEmpty ? "" : "?\(items)") HTTP/1.1\r\n"
    for (name, value) in headers { head += "\(name): \(value)\r\n" }
    let content = [UInt8](repeating: UInt8(ascii: " "), count: blanks) + (body?.text ?? [])
    guard chunks > 0 else {
      return Array("\(head)Content-Length: \(content.count)\r\n\r\n".utf8) + content
    }
    var bytes = Array("\(head)Transfer-Encoding: chunked\r\n\r\n".utf8)
    let padded = [UInt8](repeating: UInt8(ascii: " "), count: max(0, chunks - content.count)) + content
    for place in 0..<chunks {
      let chunk = place + 1 < chunks ? padded[place..<(place + 1)] : padded[place...]
      bytes += Array((String(chunk.count, radix: 16) + "\r\n").utf8) + chunk + Array("\r\n".utf8)
    }
    return bytes + Array("0\r\n\r\n".utf8)
  }
}
