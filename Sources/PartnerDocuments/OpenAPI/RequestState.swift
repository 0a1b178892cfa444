import JSONText
import PartnerAPI
import PartnerVocabulary
import PartnerWire

/// What a request needs beyond matching its schema: a state of the sandbox, or fields that agree.
struct RequestState {
  private let contract: RouteContract
  private let errors: [ErrorEntry]

  init(_ contract: RouteContract, errors: [ErrorEntry]) {
    self.contract = contract
    self.errors = errors
  }

  /// The unmet requirement behind an error that is not about the form of the request.
  private static let needs: [(entry: ErrorEntry, need: String)] = [
    (ErrorCatalogue.eventNotFound, "an event of the sandbox"),
    (ErrorCatalogue.notTransactable, "an event that is sold through the API"),
    (ErrorCatalogue.notOnSale, "an event that is on sale"),
    (ErrorCatalogue.unauthorized, "the password of a protected offer"),
    (ErrorCatalogue.invalidCaptcha, "a solved captcha"),
    (ErrorCatalogue.ticketLimit, "no more tickets than the event allows"),
    (ErrorCatalogue.noTicketTypes, "ticket types of the event"),
    (ErrorCatalogue.noInventory, "free seats"),
    (ErrorCatalogue.invalidCart, "a live cart"),
    (ErrorCatalogue.unpaid, "a paid cart"),
    (ErrorCatalogue.invalidDelivery, "a delivery option of the cart"),
    (ErrorCatalogue.paymentNotAccepted, "the amount that the cart costs, and a card that is accepted"),
    (ErrorCatalogue.noFunds, "a card with funds"),
    (ErrorCatalogue.invalidCVV, "the card's security code"),
    (ErrorCatalogue.cardNotTaken, "a card that is accepted"),
    (ErrorCatalogue.orderNotFound, "an order of the sandbox"),
    (ErrorCatalogue.accountMismatch, "the account that the order was billed with"),
    (ErrorCatalogue.refundNotFound, "a job that was started"),
    (ErrorCatalogue.pollNotFound, "a deferred call"),
    (ErrorCatalogue.quotaExceeded, "some quota that is left"),
  ]

  /// Writes `x-willcall-state`, if there is anything to say.
  func write(into operation: inout JSONWriter) {
    let needs = Self.needs.filter { errors.contains($0.entry) }
    let hasWholeNumbers = contract.body?.table.hasWholeNumbers ?? false
    if needs.isEmpty, contract.rules.isEmpty, !hasWholeNumbers { return }
    operation.array("x-willcall-state") { list in
      for (entry, need) in needs {
        list.object { state in
          state.string("needs", need)
          state.string("error", entry.name)
          state.integer("code", entry.code)
        }
      }
      for rule in contract.rules { list.object { Self.write(rule.need, text: rule.text, into: &$0) } }
      if hasWholeNumbers {
        list.object {
          Self.write("whole numbers of 64 bits, without a point or an exponent", text: "a whole number", into: &$0)
        }
      }
    }
  }

  private static func write(_ need: String, text: String, into state: inout JSONWriter) {
    state.string("needs", need)
    state.string("text", text)
  }
}

extension WireTable {
  /// Whether a field, or one inside it, is a whole number, which JSON Schema also allows to be written `1.0`.
  fileprivate var hasWholeNumbers: Bool { fields.contains { $0.kind.hasWholeNumbers } }
}

extension WireField.Kind {
  fileprivate var hasWholeNumbers: Bool {
    switch self {
    case .integer, .count, .bounded, .digits: true
    case .object(let table): table.hasWholeNumbers
    case .array(let element, _, _): element.hasWholeNumbers
    default: false
    }
  }
}
