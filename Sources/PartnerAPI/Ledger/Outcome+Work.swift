import Scenarios

extension Outcome {
  /// Whether the scenario itself supplies the answer, so that no handler runs.
  var leavesNoWork: Bool {
    switch self {
    case .error, .respond, .fault(.connectionReset), .fault(.emptyResponse), .fault(.hang),
      .fault(.refusedStream), .fault(.goAway):
      true
    case .fault(.truncatedBody), .fault(.slowDrip), .loseResponse, .poll, .token, .ticketError, .inventory, .unchanged:
      false
    }
  }
}
