/// How well the documents support a behaviour.
public enum Fidelity: String, Sendable, BitwiseCopyable, CaseIterable {
  /// The vendor's documents say so.
  case documented
  /// The documents imply it.
  case inferred
  /// The documents are silent, so WillCall had to choose.
  case invented
}
