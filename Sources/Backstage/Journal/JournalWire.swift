import Determinism
import HTTPTypes
import HTTPWire
import JSONText
import PartnerVocabulary
import Sandboxes

/// Writes entries of the journal as `GET requests` lists them.
enum JournalWire {
  /// Writes an entry.
  static func write(_ entry: JournalEntry, into writer: inout JSONWriter) {
    let request = entry.shownRequest
    let response = entry.shownResponse
    writer.object { object in
      object.string("id", entry.id)
      object.string("time", entry.time.rfc3339)
      object.text("operation", entry.operation?.rawValue)
      object.text("method", entry.method?.rawValue)
      object.text("path", entry.method == nil ? nil : request.target.raw)
      object.string("protocol", request.version.name)
      object.string("outcome", entry.outcome.rawValue)
      object.status("status", entry.status)
      object.decimal("milliseconds", hundredths: Int64(entry.duration / .microseconds(10)))
      object.object("request") { write(request.fields, request.body, omitted: entry.longRequest, into: &$0) }
      // What the client saw and, separately, what the handler answered if not all of that was sent.
      if entry.outcome == .answered {
        object.object("response") { write(response.fields, response.body, omitted: entry.longResponse, into: &$0) }
      } else {
        object.null("response")
      }
      if entry.outcome != .answered, entry.outcome.wasWorkedOn {
        object.object("unsent") { unsent in
          unsent.integer("status", response.status.code)
          write(response.fields, response.body, omitted: entry.longResponse, into: &unsent)
        }
      } else {
        object.null("unsent")
      }
      object.text("scenario", entry.scenario)
      object.text("diagnosis", entry.diagnosis)
      object.string("fidelity", entry.fidelity.rawValue)
    }
  }

  private static func write(
    _ fields: FieldSection, _ content: [UInt8], omitted: Int?, into object: inout JSONWriter
  ) {
    object.object("headers") { headers in
      var written: Set<String> = []
      for field in fields where written.insert(field.name.canonicalName).inserted {
        headers.string(field.name.rawName, fields[field.name] ?? field.value)
      }
    }
    object.key("body")
    if let omitted {
      object.string("(\(omitted) bytes, too many to be kept)")
    } else if content.isEmpty {
      object.null()
    } else if let value = try? JSONValue.parse(content) {
      object.value(value)
    } else if let type = fields[.contentType], type.hasPrefix("image/") {
      object.string("(\(content.count) bytes of \(type))")
    } else {
      object.string(String(decoding: content, as: UTF8.self))
    }
  }
}

extension JSONWriter {
  /// Writes the status that a client saw, or `null` if it saw none.
  mutating func status(_ key: String, _ status: HTTPResponse.Status?) {
    if let status { integer(key, status.code) } else { null(key) }
  }

  /// Writes a string member, or `null`.
  mutating func text(_ key: String, _ text: String?) {
    if let text { string(key, text) } else { null(key) }
  }
}
