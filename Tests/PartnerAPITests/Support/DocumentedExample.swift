import Foundation
import JSONText

/// The JSON examples of the vendor's documents, which lie in `Data`.
struct DocumentedExample {
  /// The name of the file without its ending.
  let name: String
  /// The file.
  let text: String

  /// Reads an example.
  init(_ name: String) throws {
    self.name = name
    text = try String(contentsOfFile: "\(Self.folder)/\(name).json", encoding: .utf8)
  }

  /// The example as JSON.
  var json: JSONValue {
    get throws { try JSONValue.parse(Array(text.utf8)) }
  }

  /// The names of all examples.
  static var names: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".json") }
        .map { String($0.dropLast(5)) }.sorted()
    }
  }

  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Data").path
}
