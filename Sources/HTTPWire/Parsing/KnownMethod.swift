package import HTTPTypes

/// The methods used by nearly every request, created once.
package enum KnownMethod {
  private static let methods = [HTTPRequest.Method.get, .post, .put, .delete, .head, .options].map { method in
    (bytes: Array(method.rawValue.utf8), method: method)
  }

  /// The method with this spelling; nil if it is not a token.
  package static func find(_ text: UnsafeBufferPointer<UInt8>) -> HTTPRequest.Method? {
    methods.first { $0.bytes.withUnsafeBufferPointer { $0.hasSameBytes(as: text) } }?.method
      ?? HTTPRequest.Method(String(decoding: text, as: UTF8.self))
  }
}
