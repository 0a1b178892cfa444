import HTTPTypes
import HTTPWire
import JSONText
import Testing

/// What the service answered, with its JSON read.
struct ServedAnswer {
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
  var diagnosis: String? { header("X-Willcall-Diagnosis") }
  var fidelity: String? { header("X-Willcall-Fidelity") }
  var requestID: String? { header("X-Willcall-Request") }

  /// The vendor's code of an error.
  var code: Int64? { json?.value(at: "/error/code")?.integer }
  /// The vendor's message of an error.
  var message: String? { json?.value(at: "/error/message")?.string }

  func header(_ name: String) -> String? {
    HTTPField.Name(name).flatMap { fields[$0] }
  }

  func value(_ pointer: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> JSONValue {
    try #require(json?.value(at: pointer), "no \(pointer) in \(status) \(text)", sourceLocation: sourceLocation)
  }

  func string(_ pointer: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
    try #require(
      value(pointer, sourceLocation: sourceLocation).string, "\(pointer) is no string", sourceLocation: sourceLocation)
  }

  func integer(_ pointer: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Int {
    Int(
      try #require(
        value(pointer, sourceLocation: sourceLocation).integer, "\(pointer) is no integer",
        sourceLocation: sourceLocation))
  }

  func bool(_ pointer: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Bool {
    let found: Bool? = try value(pointer, sourceLocation: sourceLocation).bool
    return try #require(found as Bool?, "\(pointer) is no boolean", sourceLocation: sourceLocation)
  }

  /// A number as it is written.
  func number(_ pointer: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
    try #require(
      value(pointer, sourceLocation: sourceLocation).numberText, "\(pointer) is no number",
      sourceLocation: sourceLocation)
  }

  func elements(_ pointer: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> [JSONValue] {
    let value = try value(pointer, sourceLocation: sourceLocation)
    try #require(value.kind == .array, "\(pointer) is no array", sourceLocation: sourceLocation)
    return Array(value.elements)
  }

  /// Checks that the answer is this error, in the vendor's shape.
  func expectError(
    _ status: Int, _ code: Int64, _ message: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(self.status == status, "\(text) \(diagnosis ?? "")", sourceLocation: sourceLocation)
    #expect(self.code == code, "\(text) \(diagnosis ?? "")", sourceLocation: sourceLocation)
    #expect(json?.value(at: "/error/http_code")?.integer == Int64(status), sourceLocation: sourceLocation)
    #expect(json?.value(at: "/error/severity")?.string == "ERROR", sourceLocation: sourceLocation)
    if let message { #expect(self.message == message, sourceLocation: sourceLocation) }
  }
}

extension JSONValue {
  /// Hundredths of a number that is written with two decimals.
  func hundredths(sourceLocation: SourceLocation = #_sourceLocation) throws -> Int {
    let text = try #require(numberText, "no number: \(self.text)", sourceLocation: sourceLocation)
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    try #require(
      parts.count == 2 && parts[1].utf8.count == 2, "\(text) has not two decimals", sourceLocation: sourceLocation)
    return try #require(Int(parts[0] + parts[1]), sourceLocation: sourceLocation)
  }
}
