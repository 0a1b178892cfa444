import HTTPWire

/// The HTTP/1.1 parser: however the bytes are cut in pieces, it finds the same requests and the same fault.
struct ParserTarget: FuzzTarget {
  func examine(_ input: [UInt8]) {
    // The first byte says how the rest is cut.
    guard let size = input.first else { return }
    let bytes = Array(input.dropFirst())
    let whole = parse(bytes, pieces: max(1, bytes.count))
    let pieces = parse(bytes, pieces: Int(size % 16) + 1)
    expect(whole == pieces, "pieces of \(Int(size % 16) + 1) bytes are parsed as the whole is")
    // In pieces of a byte nothing is kept for the next request that is the same.
    guard bytes.count <= 512 else { return }
    let again = bytes + bytes + bytes
    expect(parse(again, pieces: max(1, again.count)) == parse(again, pieces: 1), "the same again is parsed as at first")
  }

  /// What the parser says of some bytes, in a form that can be compared.
  private func parse(_ bytes: [UInt8], pieces size: Int) -> [String] {
    var limits = Limits()
    limits.headerBytes = 2048
    limits.requestLine = 512
    limits.body = 2048
    var parser = RequestParser(limits: limits)
    var found: [String] = []
    var start = 0
    while start < bytes.count {
      let end = min(start + size, bytes.count)
      bytes[start..<end].withUnsafeBufferPointer { parser.received($0) }
      start = end
      while let outcome = parser.next() {
        switch outcome {
        case .request(let request, let keepsAlive):
          found.append("\(request.method) \(request.target.raw) \(request.fields) \(request.body) \(keepsAlive)")
        case .fault(let fault):
          found.append("\(fault)")
          return found
        }
      }
    }
    return found
  }
}
