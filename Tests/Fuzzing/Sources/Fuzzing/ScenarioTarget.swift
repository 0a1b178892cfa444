import JSONText
import Sandboxes
import Scenarios

/// Scenario files, and JSON under them: what is accepted is accepted again when it is written compactly.
struct ScenarioTarget: FuzzTarget {
  func examine(_ input: [UInt8]) {
    guard let value = try? JSONValue.parse(input) else {
      let scenario = try? ScenarioReader.read(input, file: "f", vocabulary: ScenarioLibrary.vocabulary)
      expect(scenario == nil, "what is no JSON is no scenario")
      return
    }
    var writer = JSONWriter()
    writer.value(value)
    let compact = writer.bytes
    guard let again = try? JSONValue.parse(compact) else {
      return expect(false, "what is written from JSON is JSON")
    }
    expect(again.semanticallyEquals(value), "what is written from JSON is equal to it")
    let first = accepts(input)
    expect(first == accepts(compact), "blanks do not matter to a scenario")
    _ = try? ScenarioReader.oneOffRule(value, file: "f", vocabulary: ScenarioLibrary.vocabulary)
  }

  private func accepts(_ bytes: [UInt8]) -> Bool {
    do throws(ScenarioErrors) {
      _ = try ScenarioReader.read(bytes, file: "f", vocabulary: ScenarioLibrary.vocabulary)
      return true
    } catch {
      expect(!error.description.isEmpty, "a refused scenario is told why")
      return false
    }
  }
}
