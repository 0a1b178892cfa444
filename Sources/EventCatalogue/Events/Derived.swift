import Synchronization

/// Something that a higher layer derives from an immutable value: made when first needed, then shared.
public final class Derived: Sendable {
  // Guards the value; held while it is being made, so that it is made only once.
  private let made = Mutex<(any Sendable)?>(nil)

  init() {}

  /// The value, made now if this is the first request for it.
  ///
  /// All callers must ask for the same type; a value of any other type would be made anew each time.
  public func value<Value: Sendable>(_ make: () -> Value) -> Value {
    made.withLock { made in
      if let value = made as? Value { return value }
      let value = make()
      made = value
      return value
    }
  }
}
