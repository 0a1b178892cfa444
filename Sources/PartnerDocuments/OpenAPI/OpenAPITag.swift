import JSONText
import PartnerVocabulary

/// The tags of the document: the first parts of operation names, each with a description of its calls.
enum OpenAPITag {
  /// The tags, in the order of an integration.
  static let all: KeyValuePairs<String, String> = [
    "events": "The events on sale, and their ids.",
    "event": "One event in full detail; deprecated in 2017.",
    "availability": "What is free, by price level.",
    "tracking": "Reporting that a user looked at an event.",
    "captcha": "The captcha that some events demand before seats are held.",
    "cart": "Holding seats, delivery, payment, and buying.",
    "certificate": "The certificate that card data is encrypted with.",
    "wallet": "Tokens that stand for cards.",
    "member": "Billing methods that members have on file.",
    "orders": "Orders after the sale: Order Management with entry tokens, status, unredeemed orders.",
    "securerender": "New entry tokens whenever a ticket is shown.",
    "safetix": "The time, for SafeTix SDKs.",
    "claim-link": "The link with which a buyer claims an order.",
    "refund": "Asking for refunds; nothing is refunded.",
    "polling": "The answers to deferred calls.",
    "redemption": "The page that redemption_url leads to.",
  ]

  /// The tag of an operation.
  static func name(of operation: Operation) -> String { String(operation.rawValue.prefix { $0 != "." }) }

  /// Writes the document's list of tags.
  static func write(into list: inout JSONWriter) {
    for (name, about) in all {
      list.object { tag in
        tag.string("name", name)
        tag.string("description", about)
      }
    }
  }
}
