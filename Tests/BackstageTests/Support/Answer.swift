import HTTPTypes
import HTTPWire
import JSONText
import Testing

/// What a service answered, with its JSON read.
struct Answer {
  let status: Int
  let fields: FieldSection
  let bytes: [UInt8]
  /// The body; `nil` if it is empty or no JSON.
  let json: JSONValue?

  init(_ response: Response) {
    status = response.status.code
    fields = response.fields
    bytes = response.body
    json = try? JSONValue.parse(response.body)
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { fields[$0] } }

  func value(_ pointer: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> JSONValue {
    try #require(json?.value(at: pointer), "no \(pointer) in \(status) \(text)", sourceLocation: sourceLocation)
  }

  func string(_ pointer: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
    try #require(value(pointer, sourceLocation: sourceLocation).string, sourceLocation: sourceLocation)
  }

  func integer(_ pointer: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Int {
    Int(try #require(value(pointer, sourceLocation: sourceLocation).integer, sourceLocation: sourceLocation))
  }

  func elements(_ pointer: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> [JSONValue] {
    Array(try value(pointer, sourceLocation: sourceLocation).elements)
  }

  func strings(_ pointer: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> [String] {
    try elements(pointer, sourceLocation: sourceLocation).compactMap(\.string)
  }

  /// Checks that the answer is an error of the control API about a place.
  func expectError(
    _ status: Int, path: String, found: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(self.status == status, "\(text)", sourceLocation: sourceLocation)
    let error = json?["error"]
    #expect(
      error?.members.map(\.key) == ["message", "path", "expected", "found"], "\(text)", sourceLocation: sourceLocation)
    #expect(error?["path"]?.string == path, "\(text)", sourceLocation: sourceLocation)
    if let found { #expect(error?["found"]?.string == found, "\(text)", sourceLocation: sourceLocation) }
    for name in ["message", "expected", "found"] {
      #expect(error?[name]?.string?.isEmpty == false, "\(name) is empty", sourceLocation: sourceLocation)
    }
  }
}
