/// Where the parts of a request are in memory, for requests whose bytes are likely to come again.
///
/// As long as one request is kept, another in the same memory has the same head and content: whoever changes the fields or
/// the content of a request moves them.
package struct RequestMemory: Equatable, BitwiseCopyable, Sendable {
  private let head: ObjectIdentifier
  private let fields: UInt
  private let body: UInt

  /// Nil if a next request is not likely to have the same bytes.
  package init?(_ request: inout Request) {
    guard let head = request.headRecollection, request.body.isEmpty || request.contentRecollection != nil else {
      return nil
    }
    self.head = ObjectIdentifier(head)
    fields = Self.address(request.fields.wireBytes)
    body = Self.address(request.body)
  }

  private static func address(_ bytes: [UInt8]) -> UInt { bytes.withUnsafeBytes { UInt(bitPattern: $0.baseAddress) } }
}
