import HTTPTypes
package import HTTPWire
import PartnerVocabulary

/// Finds the partner key of a request.
package enum APIKey {
  private static let header = ResponseHeaders.name("x-api-key")

  /// The key in the query (`apikey` or `apiKey`) or the header `x-api-key`.
  ///
  /// An empty one counts as absent.
  ///
  /// - Throws: `missing-api-key`; `invalid-api-key` if several are given and differ.
  static func find(in request: Request) throws(APIError) -> String {
    let query = request.target.query
    var found: String?
    try note(query.first("apikey"), as: &found)
    try note(query.first("apiKey"), as: &found)
    try note(request.fields.first(header), as: &found)
    guard let found else {
      let isBearer = request.fields[.authorization]?.lowercased().hasPrefix("bearer ") ?? false
      throw APIError(
        ErrorCatalogue.missingAPIKey,
        "Send the partner key as query apikey or as header x-api-key; any text will do."
          + (isBearer ? " Authorization: Bearer is for the access token of a member, and no key is read from it." : ""))
    }
    return found
  }

  /// All keys that a request names, whether or not they agree.
  package static func all(in request: Request) -> [String] {
    let query = request.target.query
    return [query.first("apikey"), query.first("apiKey"), request.fields.first(header)].compactMap { $0 }
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
