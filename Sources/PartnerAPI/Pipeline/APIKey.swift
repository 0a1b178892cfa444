import HTTPTypes
package import HTTPWire
import PartnerVocabulary

/// Finds the partner key of a request.
package enum APIKey {
  private static let header = ResponseHeaders.name("x-api-key")

  /// The key in the query (`apikey` or `apiKey`) or the header `x-api-key`.
  ///
  /// An empty key counts as absent.
  ///
  /// - Throws: `missing-api-key`; `invalid-api-key` if several differing keys are given, in one place or in several.
  static func find(in request: Request) throws(APIError) -> String { try find(request.target.query, request.fields) }

  /// The key in a query or in header fields.
  ///
  /// - Throws: as ``find(in:)``.
  static func find(_ query: Query?, _ fields: FieldSection) throws(APIError) -> String {
    var found: String?
    if let query {
      let (key, other) = try only(in: query)
      try note(key, as: &found)
      try note(other, as: &found)
    }
    for key in fields.all(header) { try note(key, as: &found) }
    guard let found else {
      let isBearer = fields[.authorization]?.lowercased().hasPrefix("bearer ") ?? false
      throw APIError(
        ErrorCatalogue.missingAPIKey,
        "Send the partner key as query apikey or as header x-api-key; any text will do."
          + (isBearer ? " Authorization: Bearer carries the access token of a member, not the key." : ""))
    }
    return found
  }

  /// All keys that a request names, whether or not they agree.
  package static func all(in request: Request) -> [String] { all(request.target.query, request.fields) }

  static func all(_ query: Query?, _ fields: FieldSection) -> [String] {
    (query?.all("apikey") ?? []) + (query?.all("apiKey") ?? []) + fields.all(header)
  }

  private static func only(in query: Query) throws(APIError) -> (String?, String?) {
    do throws(AmbiguousParameter) {
      return try query.only("apikey", and: "apiKey")
    } catch {
      throw APIError(ErrorCatalogue.invalidAPIKey, error.sentence)
    }
  }

  private static func note(_ key: String?, as found: inout String?) throws(APIError) {
    guard let key, !key.isEmpty else { return }
    guard found == nil || found == key else {
      throw APIError(
        ErrorCatalogue.invalidAPIKey, "The keys in the query (apikey, apiKey) and in the header x-api-key differ.")
    }
    found = key
  }
}

extension AmbiguousParameter {
  /// What is wrong, in a sentence for the developer.
  var sentence: String { "The query has \(name) more than once, with different values; expected one value." }
}
