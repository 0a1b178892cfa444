package import JSONText
package import PartnerVocabulary

/// `{"error":{…}}`: the errors of the Partner API.
package enum PartnerErrorBody {
  private static let source = "Partner API, Error Codes"
  package static let message = WireField(
    "message", .string, required: true, about: "What is wrong.", source: source, example: "\"Invalid input data type\"")
  package static let code = WireField(
    "code", .integer, required: true, about: "The vendor's number for the error.", source: source, example: "10002")
  static let httpCode = WireField(
    "http_code", .integer, required: true, about: "The HTTP status.", source: source, example: "400")
  static let severity = WireField(
    "severity", .string, required: true, about: "How bad it is.", source: source, example: "\"ERROR\"")
  package static let table = WireTable("Error", [message, code, httpCode, severity])
  package static let error = WireField("error", .object(table), required: true, about: "The error.", source: source)
  package static let bodyTable = WireTable("ErrorBody", [error])

  package static func write(_ entry: ErrorEntry, into writer: inout JSONWriter) {
    writer.object { body in
      body.object(error) { error in
        error.string(message, entry.message)
        error.integer(code, entry.code)
        error.integer(httpCode, entry.status)
        error.string(severity, "ERROR")
      }
    }
  }
}

/// `{"fault":{…}}`: the errors of the gateway in front of the API.
package enum GatewayFaultBody {
  private static let source = "Partner API 2015, gateway"
  static let faultString = WireField(
    "faultstring", .string, required: true, about: "What is wrong.", source: source, example: "\"Invalid ApiKey\"")
  package static let errorCode = WireField(
    "errorcode", .string, required: true, about: "The gateway's name for the error.", source: source,
    example: "\"oauth.v2.InvalidApiKey\"")
  static let detailTable = WireTable("FaultDetail", [errorCode])
  package static let detail = WireField(
    "detail", .object(detailTable), required: true, about: "More about the fault.", source: source)
  package static let table = WireTable("Fault", [faultString, detail])
  package static let fault = WireField("fault", .object(table), required: true, about: "The fault.", source: source)
  package static let bodyTable = WireTable("FaultBody", [fault])

  package static func write(message: String, errorCode code: String, into writer: inout JSONWriter) {
    writer.object { body in
      body.object(fault) { fault in
        fault.string(faultString, message)
        fault.object(detail) { $0.string(errorCode, code) }
      }
    }
  }
}
