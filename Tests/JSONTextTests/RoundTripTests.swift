import JSONText
import Testing

/// Random values, written, read, compared and written again.
@Suite struct RoundTripTests {
  /// A small generator, so that a failure can be repeated.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state ^ state >> 29) &* 0x9E37_79B9_7F4A_7C15
    }
  }

  private indirect enum Tree: Equatable {
    case null
    case bool(Bool)
    case integer(Int64)
    case number(String)
    case string([Unicode.Scalar])
    case array([Tree])
    case object([(name: [Unicode.Scalar], value: Tree)])

    static func == (first: Tree, second: Tree) -> Bool {
      switch (first, second) {
      case (.null, .null): true
      case (.bool(let one), .bool(let other)): one == other
      case (.integer(let one), .integer(let other)): one == other
      case (.number(let one), .number(let other)): one == other
      case (.string(let one), .string(let other)): one == other
      case (.array(let one), .array(let other)): one == other
      case (.object(let one), .object(let other)):
        one.count == other.count && zip(one, other).allSatisfy { $0.name == $1.name && $0.value == $1.value }
      default: false
      }
    }
  }

  private func text(using generator: inout Generator) -> [Unicode.Scalar] {
    let alphabet: [Unicode.Scalar] = [
      "a", "b", "Z", "\"", "\\", "/", "\n", "\0", "\u{1F}", "\u{7F}", "é", "€", "😀", "~", " ",
    ]
    return (0..<Int.random(in: 0...12, using: &generator)).map { _ in alphabet.randomElement(using: &generator) ?? "a" }
  }

  private func tree(depth: Int, using generator: inout Generator) -> Tree {
    switch Int.random(in: 0..<(depth > 0 ? 9 : 5), using: &generator) {
    case 0: return .null
    case 1: return .bool(.random(using: &generator))
    case 2: return .integer(.random(in: .min ... .max, using: &generator))
    case 3:
      let digits = Int.random(in: 0...9_999, using: &generator)
      return .number("-\(digits).\(digits)e\(Int.random(in: -30...30, using: &generator))")
    case 4: return .string(text(using: &generator))
    case 5, 6:
      return .array(
        (0..<Int.random(in: 0...6, using: &generator)).map { _ in tree(depth: depth - 1, using: &generator) })
    default:
      let count = Int.random(in: 0...24, using: &generator)
      // The number at the end makes names unique.
      return .object(
        (0..<count).map {
          (text(using: &generator) + "\($0)".unicodeScalars, tree(depth: depth - 1, using: &generator))
        })
    }
  }

  private func write(_ tree: Tree, to writer: inout JSONWriter) {
    switch tree {
    case .null: writer.null()
    case .bool(let value): writer.bool(value)
    case .integer(let value): writer.integer(value)
    case .number(let text): writer.number(text: text)
    case .string(let scalars): writer.string(string(scalars))
    case .array(let elements):
      writer.beginArray()
      for element in elements { write(element, to: &writer) }
      writer.endArray()
    case .object(let members):
      writer.beginObject()
      for member in members {
        writer.key(string(member.name))
        write(member.value, to: &writer)
      }
      writer.endObject()
    }
  }

  private func read(_ value: JSONValue) throws -> Tree {
    switch value.kind {
    case .null: .null
    case .bool: .bool(try value.asBool())
    case .number: try value.integer.map(Tree.integer) ?? .number(value.asNumberText())
    case .string: .string(Array(try value.asString().unicodeScalars))
    case .array: .array(try value.elements.map(read))
    case .object: .object(try value.members.map { (Array($0.key.unicodeScalars), try read($0.value)) })
    }
  }

  private func string(_ scalars: [Unicode.Scalar]) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  /// The same text with blanks wherever they may stand.
  private func spread(_ bytes: [UInt8], using generator: inout Generator) -> [UInt8] {
    var result: [UInt8] = []
    var isInString = false
    var isEscaped = false
    for byte in bytes {
      let isStructure = !isInString && "{}[],:".utf8.contains(byte)
      if isStructure { result += Array(" \n\r\t".utf8).shuffled(using: &generator).prefix(2) }
      result.append(byte)
      if isStructure { result.append(0x20) }
      if byte == UInt8(ascii: "\""), !isEscaped { isInString.toggle() }
      isEscaped = isInString && byte == UInt8(ascii: "\\") && !isEscaped
    }
    return result
  }

  @Test(arguments: 0..<150 as Range<UInt64>) func readsBackWhatItWrites(seed: UInt64) throws {
    var generator = Generator(state: seed)
    let tree = tree(depth: 4, using: &generator)
    var writer = JSONWriter(reservingCapacity: 0)
    write(tree, to: &writer)
    let value = try JSONValue.parse(writer.bytes)
    #expect(try read(value) == tree)
    #expect(value.serialized() == writer.bytes)
    let spread = try JSONValue.parse(spread(writer.bytes, using: &generator))
    #expect(spread.semanticallyEquals(value))
    #expect(spread.serialized() == writer.bytes)
  }

  @Test(arguments: 0..<60 as Range<UInt64>) func everyValueIsWhereItsPathSays(seed: UInt64) throws {
    var generator = Generator(state: seed)
    var writer = JSONWriter()
    write(.array([tree(depth: 3, using: &generator)]), to: &writer)
    let root = try JSONValue.parse(writer.bytes)
    var open = [root]
    while let value = open.popLast() {
      let found = try #require(root.value(at: value.path))
      #expect(found.position == value.position)
      open += value.elements.prefix(5) + value.members.prefix(5).map(\.value)
    }
  }
}
