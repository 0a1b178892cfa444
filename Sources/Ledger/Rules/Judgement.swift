/// How a rule judges an exchange by itself.
struct Judgement: Sendable {
  /// Notes what is wrong with an exchange.
  typealias Closure = @Sendable (ExchangeFact, inout Notes) -> Void

  /// There is something to judge if the exchange has some of these.
  let subjects: ExchangeTraits
  /// The closure is called if it then has some of these as well.
  let faults: ExchangeTraits
  /// Whether to note that there was something to judge; otherwise the closure does.
  let notesSubject: Bool
  let closure: Closure

  /// Leaves everything to the closure.
  init(_ closure: @escaping Closure) {
    (subjects, faults, notesSubject) = (.any, .any, false)
    self.closure = closure
  }

  /// Looks at the traits first.
  init(_ subjects: ExchangeTraits, faults: ExchangeTraits, _ closure: @escaping Closure) {
    (self.subjects, self.faults, notesSubject) = (subjects, faults, true)
    self.closure = closure
  }
}
