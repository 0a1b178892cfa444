/// What a request needs that no schema can say: fields that agree with each other, or with what the sandbox has.
package struct ContractRule: Sendable {
  /// What is needed, as a phrase.
  package let need: String
  /// What occurs in the diagnosis or in the body of an answer that is refused for want of it, and in no other.
  package let text: String

  init(_ need: String, text: String) {
    self.need = need
    self.text = text
  }
}
