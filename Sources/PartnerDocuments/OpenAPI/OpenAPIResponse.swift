import JSONText
import PartnerAPI
import PartnerVocabulary
import PartnerWire

/// One response object of the document: all answers of a call that have the same status.
struct OpenAPIResponse {
  let answers: [ContractAnswer]
  let errors: [ErrorEntry]

  private var partnerErrors: [ErrorEntry] { errors.filter { $0.shape == .partner } }
  private var faults: [ErrorEntry] { errors.filter { $0.shape != .partner } }
  private var tables: [WireTable] { answers.flatMap(\.tables) }

  /// Writes the members of the object.
  func write(into response: inout JSONWriter) {
    response.string("description", description)
    writeCodes(into: &response)
    response.object("headers") { headers in
      for header in OpenAPIOperation.commonHeaders {
        headers.object(header.name) { $0.string("$ref", "#/components/headers/\(header.name)") }
      }
      for field in answers.flatMap(\.headers) {
        headers.object(field.name) { entry in
          entry.string("description", field.about)
          entry.bool("required", field.isRequired)
          entry.object("schema") { SchemaWriter(direction: .parameter).write(field, into: &$0) }
        }
      }
    }
    let others = answers.flatMap(\.bodies).filter { $0.mediaType != "application/json" }
    if tables.isEmpty, errors.isEmpty, others.isEmpty { return }
    response.object("content") { content in
      if !tables.isEmpty || !errors.isEmpty { content.object("application/json", writeJSON) }
      for body in others {
        content.object(body.mediaType) { media in
          media.object("schema") { schema in
            if case .html = body { schema.string("type", "string") }
          }
        }
      }
    }
  }

  private var description: String {
    var sentences = answers.map(\.note)
    if !errors.isEmpty { sentences.append("Errors: \(errors.map(\.name).joined(separator: ", ")).") }
    return sentences.joined(separator: " ")
  }

  private func writeJSON(into media: inout JSONWriter) {
    var schemas: [(inout JSONWriter) -> Void] = tables.map { table in
      { $0.string("$ref", "#/components/schemas/\(table.name)") }
    }
    if !partnerErrors.isEmpty {
      schemas.append { $0.string("$ref", "#/components/schemas/\(PartnerErrorBody.bodyTable.name)") }
    }
    if !faults.isEmpty {
      schemas.append { $0.string("$ref", "#/components/schemas/\(GatewayFaultBody.bodyTable.name)") }
    }
    media.object("schema") { schema in
      if schemas.count == 1 { return schemas[0](&schema) }
      schema.array("anyOf") { list in
        for write in schemas { list.object { write(&$0) } }
      }
    }
    media.object("examples") { examples in
      for table in tables {
        examples.object(table.name) { example in
          example.key("value")
          table.writeExample(into: &example)
        }
      }
      for entry in errors { examples.object(entry.name) { write(entry, into: &$0) } }
    }
  }

  /// Writes the vendor's codes that this status can have here; the shape never varies, so that clients need one type.
  private func writeCodes(into response: inout JSONWriter) {
    var codes: [Int] = []
    for entry in partnerErrors where !codes.contains(entry.code) { codes.append(entry.code) }
    if codes.isEmpty { return }
    response.array("x-willcall-codes") { list in
      for number in codes { list.integer(number) }
    }
  }

  private func write(_ entry: ErrorEntry, into example: inout JSONWriter) {
    example.string("summary", "\(entry.name): \(entry.fidelity.rawValue)")
    example.string("description", "Source: \(entry.source).")
    example.key("value")
    switch entry.shape {
    case .partner: PartnerErrorBody.write(entry, into: &example)
    case .gateway(let code): GatewayFaultBody.write(message: entry.message, errorCode: code, into: &example)
    }
  }
}
