import CBundledData
import Sandboxes
import Scenarios

/// The scenarios that are compiled in.
enum BundledScenarios {
  static func library() throws -> ScenarioLibrary {
    var scenarios: [Scenario] = []
    for place in 0..<willcall_bundled_file_count() {
      let file = willcall_bundled_file_at(place)
      let name = String(cString: file.name)
      guard name.hasPrefix("scenarios/"), !name.hasSuffix("schema.json") else { continue }
      let bytes = Array(UnsafeBufferPointer(start: file.bytes, count: file.length))
      scenarios.append(try ScenarioReader.read(bytes, file: name, vocabulary: ScenarioLibrary.vocabulary))
    }
    return ScenarioLibrary(available: scenarios)
  }
}
