import HTTPTypes
import HTTPWire

/// What a parser made of some bytes, in a form that can be compared.
enum Parsed: Equatable, CustomStringConvertible {
  case request(method: String, target: String, fields: [String], body: String, keepsAlive: Bool)
  case fault(RequestFault)

  init(_ outcome: RequestParser.Outcome) {
    switch outcome {
    case .request(let request, let keepsAlive):
      self = .request(
        method: request.method.rawValue,
        target: request.target.raw,
        fields: request.fields.map { "\($0.name.rawName): \($0.value)" },
        body: String(decoding: request.body, as: UTF8.self),
        keepsAlive: keepsAlive)
    case .fault(let fault):
      self = .fault(fault)
    }
  }

  var description: String {
    switch self {
    case .request(let method, let target, let fields, let body, let keepsAlive):
      "\(method) \(target) \(fields) '\(body)' keepsAlive: \(keepsAlive)"
    case .fault(let fault):
      "fault \(fault)"
    }
  }

  var fault: RequestFault? {
    if case .fault(let fault) = self { fault } else { nil }
  }

  var body: String? {
    if case .request(_, _, _, let body, _) = self { body } else { nil }
  }
}

/// The sizes of the pieces that each input is fed in.
let pieceSizes = [Int.max, 1, 2, 3, 7, 16]

/// Parses `text`, fed in pieces, up to the first fault.
func parse(_ text: String, pieces size: Int = .max, limits: Limits = Limits()) -> [Parsed] {
  parse(Array(text.utf8), pieces: size, limits: limits)
}

func parse(_ bytes: [UInt8], pieces size: Int = .max, limits: Limits = Limits()) -> [Parsed] {
  var parser = RequestParser(limits: limits)
  var results: [Parsed] = []
  var start = 0
  while start < bytes.count {
    let end = size < bytes.count - start ? start + size : bytes.count
    parser.received(Array(bytes[start..<end]))
    start = end
    while let outcome = parser.next() {
      results.append(Parsed(outcome))
      if case .fault = outcome { return results }
    }
  }
  return results
}
