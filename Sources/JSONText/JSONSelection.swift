/// The members of one object that a list names, found in one pass; each is asked for by its place in the list.
package struct JSONSelection: Sendable {
  /// The maximum number of names in the list.
  package static let capacity = 8

  /// Eight indices; not a vector, which would have to lie where the allocator takes long to put it.
  private struct Indices: Sendable {
    private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    subscript(place: Int) -> Int {
      get {
        withUnsafeBytes(of: words) { Int($0.loadUnaligned(fromByteOffset: place * 4, as: UInt32.self)) }
      }
      set {
        withUnsafeMutableBytes(of: &words) {
          $0.storeBytes(of: UInt32(truncatingIfNeeded: newValue), toByteOffset: place * 4, as: UInt32.self)
        }
      }
    }
  }

  let tape: Tape
  /// The index of each member's value; 0 if the object does not have it, for no value of a member is the first entry.
  private var indices = Indices()
  /// Whether the object has members whose names, as they are spelt, are not in the list.
  package private(set) var hasOthers = false

  /// Selects from an object; from any other kind of value, nothing.
  ///
  /// Fastest when members come in the order of the list, with the same spelling; then it allocates nothing.
  ///
  /// - Parameters:
  ///   - names: at most ``capacity`` names.
  ///   - object: the object.
  ///   - ignoringCase: whether a name that no member has exactly stands for the first that has it in another case.
  package init(_ names: JSONNames, of object: JSONValue, ignoringCase: Bool = false) {
    precondition(names.names.count <= Self.capacity, "too many names")
    tape = object.tape
    guard object.kind == .object else { return }
    var (indices, hasOthers) = (indices, false)
    var next = 0
    names.lend { [tape] names in
      tape.forEachMember(ofObjectAt: object.index) { key, value, text in
        if let place = names.place(of: key, in: tape, text, from: next) {
          indices[place] = value
          next = place + 1
        } else {
          hasOthers = true
        }
        return true
      }
    }
    (self.indices, self.hasOthers) = (indices, hasOthers)
    if hasOthers, ignoringCase { selectIgnoringCase(names, of: object) }
  }

  private mutating func selectIgnoringCase(_ names: JSONNames, of object: JSONValue) {
    let missing = names.names.indices.filter { indices[$0] == 0 }
    var wanted = missing.map { (name: names.names[$0].lowercased(), place: $0) }
    for (name, value) in object.members {
      let lowered = name.lowercased()
      guard let found = wanted.firstIndex(where: { $0.name == lowered }) else { continue }
      indices[wanted.remove(at: found).place] = value.index
    }
  }

  /// The member for the name at a place; `nil` if the object does not have it.
  package subscript(place: Int) -> JSONValue? {
    let index = indices[place]
    return index == 0 ? nil : JSONValue(tape: tape, index: index)
  }

  /// The entry of that member.
  func entry(_ place: Int) -> TapeEntry? {
    let index = indices[place]
    return index == 0 ? nil : tape.entries[index]
  }

  /// The first place in a range whose member is missing, not a string, or empty; nil if there is none.
  package func firstUnfilled(_ places: Range<Int>) -> Int? {
    tape.entries.withUnsafeBufferPointer { entries in
      places.first { place in
        let index = indices[place]
        let entry = entries[index]
        return index == 0 || entry.tag != TapeEntry.Tag.string || entry.stop - entry.start <= 2
      }
    }
  }

  /// Whether the member is a string with this text; it allocates nothing unless the string has escapes.
  package func string(_ place: Int, equals text: String) -> Bool {
    guard let entry = entry(place), entry.tag == TapeEntry.Tag.string else { return false }
    return text.withBytes { tape.string(entry, equals: $0) }
  }

  /// Whether the member is a string with this text, which is in lower case, when its ASCII letters are too.
  package func string(_ place: Int, isLowered text: String) -> Bool {
    guard let entry = entry(place), entry.tag == TapeEntry.Tag.string else { return false }
    return text.withBytes { text in
      if entry.isEscaped { return EscapedText.decode(tape.contents(entry)).elementsEqual(text, by: Self.isLowered) }
      guard entry.stop - entry.start - 2 == text.count else { return false }
      return tape.bytes.withUnsafeBufferPointer { bytes in
        for place in text.indices where !Self.isLowered(bytes[entry.start + 1 + place], text[place]) { return false }
        return true
      }
    }
  }

  private static func isLowered(_ byte: UInt8, _ lower: UInt8) -> Bool {
    byte == lower || (byte | 0x20 == lower && lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z"))
  }
}

extension JSONWriter {
  /// Writes the members for the names at some places as they were read, without the whitespace in them; nothing for
  /// those that are missing.
  ///
  /// - Parameter names: the list that they were selected by.
  package mutating func members(_ places: Range<Int>, _ names: JSONNames, of selection: JSONSelection) {
    selection.tape.bytes.withUnsafeBufferPointer { text in
      names.lendKeys { keys in
        for place in places {
          guard let entry = selection.entry(place) else { continue }
          key(written: keys.name(place))
          value(entry, of: text)
        }
      }
    }
  }
}
