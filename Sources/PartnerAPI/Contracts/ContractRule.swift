/// A requirement that no schema can express: that fields agree with each other or with the state of the sandbox.
package struct ContractRule: Sendable {
  /// The requirement, as a phrase.
  package let need: String
  /// A text that occurs in the diagnosis or body of a refusal for breaking this rule, and in no other answer.
  package let text: String

  init(_ need: String, text: String) {
    self.need = need
    self.text = text
  }
}
