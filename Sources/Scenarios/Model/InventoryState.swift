/// What is left of an event.
public enum InventoryState: String, Sendable, Hashable, CaseIterable {
  /// Nothing.
  case soldOut = "sold-out"
}
