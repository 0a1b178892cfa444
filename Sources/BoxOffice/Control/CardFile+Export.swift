import Determinism
import JSONText

extension CardFile {
  /// Writes certificates, wallet tokens and billing methods as one JSON object, which ``init(restoring:)`` reads.
  ///
  /// It holds no card number and no access token.
  func export(into writer: inout JSONWriter) {
    writer.object { file in
      file.integer("tokenCount", tokenCount)
      file.integer("methodCount", methodCount)
      file.array("certificates") { list in
        for entry in certificates.entries {
          list.object { object in
            object.string("day", CivilDate(daysSinceEpoch: Int(entry.day)).description)
            object.string("lastGivenOut", entry.lastGivenOut.rfc3339)
          }
        }
      }
      file.array("walletTokens") { list in
        for (token, card) in tokens.entries {
          list.object { object in
            object.string("token", token)
            object.object("card") { Self.write(card, into: &$0) }
          }
        }
      }
      file.array("billingMethods") { list in
        for (_, method) in methods.entries { list.object { Self.write(method, into: &$0) } }
      }
    }
  }

  private static func write(_ card: StoredCard, into object: inout JSONWriter) {
    object.string("issuer", card.issuer.rawValue)
    object.string("lastFour", card.lastFour)
    object.integer("expireMonth", card.expireMonth)
    object.integer("expireYear", card.expireYear)
    object.bool("hasFunds", card.hasFunds)
  }

  private static func write(_ method: BillingMethod, into object: inout JSONWriter) {
    object.integer("id", method.id)
    // A string, because most JSON readers keep only 53 of its 64 bits.
    object.string("member", String(method.member.rawValue))
    object.string("firstName", method.holder.firstName)
    object.string("lastName", method.holder.lastName)
    object.string("homePhone", method.holder.homePhone)
    object.object("address") { address in
      let its = method.holder.address
      address.string("line1", its.line1)
      address.string("line2", its.line2)
      address.string("unit", its.unit)
      address.string("city", its.city)
      address.integer("country", its.country)
      address.string("region", its.region)
      address.string("postalCode", its.postalCode)
    }
    object.object("card") { write(method.card, into: &$0) }
  }
}
