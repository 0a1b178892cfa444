public import JSONText

/// Reads scenarios: strict JSON in which unknown keys, duplicate keys and contradictions are errors.
///
/// The format is described in `docs/scenarios.md`.
public enum ScenarioReader {
  /// Reads a scenario file.
  ///
  /// - Parameters:
  ///   - bytes: the JSON text.
  ///   - file: the file name to state in errors.
  ///   - vocabulary: the names of operations and errors that may be used.
  /// - Throws: ``ScenarioErrors`` with everything that is wrong.
  public static func read(_ bytes: [UInt8], file: String, vocabulary: Vocabulary) throws(ScenarioErrors) -> Scenario {
    let root: JSONValue
    do {
      root = try JSONValue.parse(bytes)
    } catch {
      throw ScenarioErrors([ScenarioError(file: file, error)])
    }
    return try read(root, file: file, vocabulary: vocabulary)
  }

  /// Reads a scenario that is part of another document; the paths in errors start at the top of that document.
  ///
  /// - Throws: ``ScenarioErrors`` with everything that is wrong.
  public static func read(
    _ value: JSONValue, file: String, vocabulary: Vocabulary
  ) throws(ScenarioErrors) -> Scenario {
    var reading = Reading(vocabulary: vocabulary)
    let scenario = reading.scenario(value)
    return try reading.finish(scenario, file: file)
  }

  /// Reads a rule for a number of calls: `{"when": {…}, "then": {…}, "times": 2}`, as the control API takes it.
  ///
  /// - Throws: ``ScenarioErrors`` with everything that is wrong.
  public static func oneOffRule(
    _ value: JSONValue, file: String, vocabulary: Vocabulary
  ) throws(ScenarioErrors) -> OneOffRule {
    var reading = Reading(vocabulary: vocabulary)
    let rule = reading.oneOffRule(value)
    return try reading.finish(rule, file: file)
  }
}
