import Synchronization

/// What a layer above makes of an immutable value: made at the first need, then shared by all who ask.
public final class Derived: Sendable {
  // Guards the one value; held while it is made, so that it is made once.
  private let made = Mutex<(any Sendable)?>(nil)

  init() {}

  /// The value, made now if nobody has asked for it before.
  ///
  /// All callers ask for a value of one type; one of another type would be made anew each time.
  public func value<Value: Sendable>(_ make: () -> Value) -> Value {
    made.withLock { made in
      if let value = made as? Value { return value }
      let value = make()
      made = value
      return value
    }
  }
}
