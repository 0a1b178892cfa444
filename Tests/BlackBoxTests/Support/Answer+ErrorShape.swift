import JSONText
import LoopbackClient
import Testing

extension Answer {
  /// Expects the vendor's error shape, and a diagnosis of at least a few words.
  func expectErrorShape(sourceLocation: SourceLocation = #_sourceLocation) throws {
    #expect(
      json?["error"]?.members.map(\.key) == ["message", "code", "http_code", "severity"],
      sourceLocation: sourceLocation)
    #expect(try value("/error/http_code") == "\(status)", sourceLocation: sourceLocation)
    #expect(try value("/error/severity") == "ERROR", sourceLocation: sourceLocation)
    #expect(try !value("/error/message").isEmpty, sourceLocation: sourceLocation)
    #expect((diagnosis?.split(separator: " ").count ?? 0) >= 4, sourceLocation: sourceLocation)
    #expect(response["Content-Type"] == "application/json;charset=UTF-8", sourceLocation: sourceLocation)
  }
}
