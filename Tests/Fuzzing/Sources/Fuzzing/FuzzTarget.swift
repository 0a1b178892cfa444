/// Something that any bytes may be given to.
///
/// An input is a finding if it traps, or if what it leads to is not what ``expect(_:_:)`` says.
protocol FuzzTarget: Sendable {
  /// Looks at one input.
  func examine(_ input: [UInt8])
}

/// Stops the fuzzer at an input that breaks a promise.
func expect(_ condition: Bool, _ promise: @autoclosure () -> String) {
  if !condition { fatalError("broken promise: \(promise())") }
}
