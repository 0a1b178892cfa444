import HTTPTypes
import HTTPWire

/// Finds the partner key of a request.
enum APIKey {
  private static let header = HTTPField.Name("x-api-key")

  /// The key in the query (`apikey` or `apiKey`) or the header `x-api-key`.
  ///
  /// - Throws: `missing-api-key`; `invalid-api-key` if both are given and differ.
  static func find(in request: Request) throws(APIError) -> String {
    let query = request.target.query
    let inQuery = (query.first("apikey") ?? query.first("apiKey")).flatMap { $0.isEmpty ? nil : $0 }
    let inHeader = header.flatMap { request.fields[$0] }.flatMap { $0.isEmpty ? nil : $0 }
    switch (inQuery, inHeader) {
    case (let key?, nil), (nil, let key?):
      return key
    case (let first?, let second?):
      if first == second { return first }
      throw APIError(ErrorCatalogue.invalidAPIKey, "The keys in the query and in x-api-key differ.")
    case (nil, nil):
      throw APIError(
        ErrorCatalogue.missingAPIKey, "Send the partner key as query apikey or as header x-api-key; any text will do.")
    }
  }
}
