import HTTPWire

extension JournalEntry {
  /// What is remembered of a visit.
  convenience init(_ visit: Visit, _ call: Call, _ answer: Answer, _ response: Response, scenario: String?) {
    self.init(
      id: visit.id, number: visit.number, time: call.now, operation: visit.route.operation,
      event: visit.parameters["event_id"], account: call.account,
      request: Redaction.withoutCardData(visit.request, operation: visit.route.operation), response: response,
      duration: ContinuousClock.now - visit.arrived, scenario: scenario, diagnosis: answer.sentence,
      fidelity: answer.fidelity ?? answer.decision?.fidelity ?? .documented)
  }
}
