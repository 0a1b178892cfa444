import BoxOffice

/// Keeps the index up to date, always under the sandbox's lock, so that the index matches the state.
extension Sandbox {
  /// Adds the tokens created by a change of the state to the index, and removes those that were forgotten.
  ///
  /// Complexity: O(1) if there are none.
  func enterTokens(of state: inout SandboxState) {
    guard let index, let entered = state.entered else { return }
    if entered.orders != state.boxOffice.placedOrderCount {
      for order in state.boxOffice.orders[entered.orders...] { index.orders.add(order.token, of: key) }
      state.entered?.orders = state.boxOffice.placedOrderCount
    }
    if entered.polls != state.polls.count {
      let count = state.polls.count - entered.polls
      for token in state.polls.order.suffix(Int(clamping: count)) { index.polls.add(token, of: key) }
      for token in state.polls.takeForgotten() { index.polls.remove(token, of: key) }
      state.entered?.polls = state.polls.count
    }
  }

  /// Replaces a state with another, whose tokens are added to the index when the lock is released.
  func replace(_ state: inout SandboxState, by next: SandboxState) {
    let isIndexed = state.entered != nil
    removeTokens(of: &state)
    state = next
    state.entered = isIndexed ? SandboxIndex.Entered() : nil
  }

  /// Removes all tokens for good: the sandbox has been dropped, and later uses of it add none.
  func leaveIndex() {
    withState { removeTokens(of: &$0) }
  }

  private func removeTokens(of state: inout SandboxState) {
    guard let index, state.entered != nil else { return }
    enterTokens(of: &state)
    for order in state.boxOffice.orders { index.orders.remove(order.token, of: key) }
    for token in state.polls.order { index.polls.remove(token, of: key) }
    state.entered = nil
  }
}
