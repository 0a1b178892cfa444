import JSONText

/// A JSON document of which any place can be made longer; texts stay as they are written.
enum JSONTree: Sendable {
  /// A number, `true`, `false` or `null`.
  case scalar(String)
  /// What stands between the quotation marks.
  case string(String)
  case array([JSONTree])
  case object([Member])

  /// A member of an object.
  struct Member: Sendable {
    let name: String
    var value: JSONTree
  }

  /// One place: the ordinals that lead there, and the same for people.
  struct Place {
    var ordinals: [Int] = []
    var pointer = ""
  }

  /// A copy of a value.
  init(_ value: JSONValue) {
    switch value.kind {
    case .array: self = .array(value.elements.map { JSONTree($0) })
    case .object: self = .object(value.members.map { Member(name: Self.inside($0.key), value: JSONTree($0.value)) })
    case .string: self = .string(String(value.text.dropFirst().dropLast()))
    default: self = .scalar(value.text)
    }
  }

  private static func inside(_ text: String) -> String {
    var writer = JSONWriter()
    writer.string(text)
    return String(String(decoding: writer.bytes, as: UTF8.self).dropFirst().dropLast())
  }

  /// All places, the root first; of elements with the same members, those of the first.
  var places: [Place] {
    func below(_ children: [(String, JSONTree)]) -> [Place] {
      children.enumerated().flatMap { ordinal, child in
        child.1.places.map { Place(ordinals: [ordinal] + $0.ordinals, pointer: "/\(child.0)\($0.pointer)") }
      }
    }
    switch self {
    case .scalar, .string: return [Place()]
    case .array(let elements):
      var seen: Set<[String]> = []
      let different = elements.enumerated().filter { seen.insert($0.element.names).inserted }
      return [Place()]
        + different.flatMap { place, element in
          element.places.map { Place(ordinals: [place] + $0.ordinals, pointer: "/\(place)\($0.pointer)") }
        }
    case .object(let members): return [Place()] + below(members.map { ($0.name, $0.value) })
    }
  }

  /// The names of an object's members.
  private var names: [String] {
    if case .object(let members) = self { members.map(\.name) } else { [] }
  }

  /// What is at a place.
  subscript(_ ordinals: some Collection<Int>) -> JSONTree {
    guard let first = ordinals.first else { return self }
    switch self {
    case .array(let elements): return elements[first][ordinals.dropFirst()]
    case .object(let members): return members[first].value[ordinals.dropFirst()]
    default: return self
    }
  }

  /// The document with something else at a place.
  func replacing(_ ordinals: some Collection<Int>, with other: JSONTree) -> JSONTree {
    guard let first = ordinals.first else { return other }
    switch self {
    case .array(var elements):
      elements[first] = elements[first].replacing(ordinals.dropFirst(), with: other)
      return .array(elements)
    case .object(var members):
      members[first].value = members[first].value.replacing(ordinals.dropFirst(), with: other)
      return .object(members)
    default:
      return self
    }
  }

  /// The same with a number at the end of each string, instead of the digits there, and in the place of each number.
  func numbered(_ number: Int) -> JSONTree {
    switch self {
    case .scalar(let text): .scalar(Double(text) == nil ? text : "\(number)")
    case .string(let text): .string(Self.numbered(text, number))
    case .array(let elements): .array(elements.map { $0.numbered(number) })
    case .object(let members): .object(members.map { Member(name: $0.name, value: $0.value.numbered(number)) })
    }
  }

  private static func numbered(_ text: String, _ number: Int) -> String {
    let digits = "\(number)"
    let given = text.utf8.reversed().prefix { (0x30...0x39).contains($0) }.count
    return given > digits.count ? text.dropLast(digits.count) + digits : text + digits
  }

  /// The document as text.
  var text: [UInt8] {
    var text: [UInt8] = []
    write(into: &text)
    return text
  }

  private func write(into text: inout [UInt8]) {
    switch self {
    case .scalar(let scalar): text += Array(scalar.utf8)
    case .string(let inside): text += Array("\"\(inside)\"".utf8)
    case .array(let elements):
      text.append(UInt8(ascii: "["))
      for (place, element) in elements.enumerated() {
        if place > 0 { text.append(UInt8(ascii: ",")) }
        element.write(into: &text)
      }
      text.append(UInt8(ascii: "]"))
    case .object(let members):
      text.append(UInt8(ascii: "{"))
      for (place, member) in members.enumerated() {
        if place > 0 { text.append(UInt8(ascii: ",")) }
        text += Array("\"\(member.name)\":".utf8)
        member.value.write(into: &text)
      }
      text.append(UInt8(ascii: "}"))
    }
  }
}
