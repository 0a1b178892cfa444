/// How well a behaviour is founded.
public enum Fidelity: String, Sendable, CaseIterable {
  /// The vendor's documents say so.
  case documented
  /// The documents imply it.
  case inferred
  /// The documents are silent: WillCall had to choose.
  case invented
}
