extension TapeParser {
  /// The error to report, from what was recorded when the parse halted; `nil` if it only ran out of tape.
  func syntaxError(in text: [UInt8]) -> JSONSyntaxError? {
    switch failure {
    case .syntax(let reason, let offset):
      JSONSyntaxError(
        reason: reason, position: JSONPosition(offset: offset, in: text),
        path: path(child: isInChild ? latestKey : nil),
        lookalike: JSONSyntaxError.Lookalike(reason, at: offset, in: text))
    case .duplicate(let key):
      JSONSyntaxError(
        reason: .duplicateKey(name(at: key)), position: JSONPosition(offset: entries[key].start, in: text),
        path: path(child: key))
    case .tapeFull, nil:
      nil
    }
  }

  /// The pointer to the innermost open container, or to the child of it where the parser is.
  ///
  /// - Parameter child: The name of the child if the container is an object; `nil` for the container itself.
  private func path(child: Int?) -> String {
    guard container >= 0 else { return "" }
    var names: [String] = []
    if let child { names.append(childName(of: container, key: child)) }
    var inner = container
    while true {
      let outer = Int(Int32(bitPattern: entries[inner].end))
      guard outer >= 0 else { break }
      names.append(childName(of: outer, key: inner - 1))
      inner = outer
    }
    return names.reversed().reduce("") { JSONPointer.appending($1, to: $0) }
  }

  /// The name of a container's latest child: its key, or its index.
  private func childName(of container: Int, key: Int) -> String {
    entries[container].tag == TapeEntry.Tag.object ? name(at: key) : String(entries[container].count - 1)
  }

  private func name(at key: Int) -> String {
    let start = entries[key].start + 1
    let written = UnsafeBufferPointer(start: bytes + start, count: entries[key].stop - 1 - start)
    return String(decoding: entries[key].isEscaped ? EscapedText.decode(written) : Array(written), as: UTF8.self)
  }
}
