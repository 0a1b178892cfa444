import HTTPTypes
import HTTPWire
import PartnerVocabulary
import Sandboxes

extension Answer {
  /// The answer that was held for polling.
  init(_ held: HeldAnswer) {
    self.init(
      status: held.status, body: held.contentType.map { .content(type: $0, held.body) } ?? .none,
      diagnosis: held.diagnosis)
    extraFields = held.fields.map { ($0.name.rawName, $0.value) }
    fidelity = held.fidelity
    anchor = held.anchor
  }

  /// The answer in the form in which it is held for polling.
  var held: HeldAnswer {
    var fields = FieldSection()
    quota?.write(into: &fields)
    addExtraFields(to: &fields)
    let (type, bytes): (String?, [UInt8]) =
      switch body {
      case .none: (nil, [])
      case .json(let bytes): (HeldAnswer.json, bytes)
      case .content(let type, let bytes): (type, bytes)
      }
    var held = HeldAnswer(status: status, contentType: type, body: bytes, fields: fields)
    held.diagnosis = sentence
    held.fidelity = fidelity ?? decision?.fidelity
    held.anchor = anchor ?? decision?.anchor
    return held
  }
}
