import HTTPTypes
import HTTPWire

/// A request and its answer in one piece of memory.
///
/// A journal keeps thousands of exchanges that hardly anybody ever reads. As messages each would be some forty objects,
/// made while the memory is at hand and freed long after, when it is not; so they are packed, and unpacked for whoever
/// asks.
struct PackedExchange: Sendable {
  private let bytes: [UInt8]

  /// Packs an exchange.
  init(_ request: Request, _ response: Response) {
    let size =
      Self.size(request.fields) + Self.size(response.fields) + request.body.count + response.body.count
      + request.method.rawValue.utf8.count + request.target.raw.utf8.count + Self.frame * 8
    bytes = [UInt8](unsafeUninitializedCapacity: size) { memory, count in
      var packer = Packer(memory: UnsafeMutableRawBufferPointer(memory))
      packer.append(request.method.rawValue)
      packer.append(request.target.raw)
      packer.append(number: request.version == .http10 ? 0 : 1)
      packer.append(request.fields)
      packer.append(request.body)
      packer.append(number: response.status.code)
      packer.append(response.fields)
      packer.append(response.body)
      count = packer.count
    }
  }

  /// How many bytes it takes.
  var count: Int { bytes.count }

  /// The request as it was packed.
  var request: Request { unpacked.request }

  /// The answer as it was packed.
  var response: Response { unpacked.response }

  /// The bytes before each part that tell its length.
  private static let frame = 4

  private static func size(_ fields: HTTPFields) -> Int {
    fields.reduce(0) { size, field in
      size + field.name.rawName.utf8.count + field.withUnsafeBytesOfValue(\.count) + 2 * frame
    }
  }

  private var unpacked: (request: Request, response: Response) {
    var unpacker = Unpacker(bytes: bytes)
    let method = unpacker.text()
    let target = unpacker.text()
    let version = unpacker.number() == 0 ? HTTPVersion.http10 : .http11
    let fields = unpacker.fields()
    let body = unpacker.content()
    let status = unpacker.number()
    let response = Response(
      status: HTTPResponse.Status(code: status), fields: unpacker.fields(), body: unpacker.content())
    guard let method = HTTPRequest.Method(method), let target = try? RequestTarget(target) else {
      preconditionFailure("what was packed is a request")
    }
    return (Request(method: method, target: target, version: version, fields: fields, body: body), response)
  }

  /// Writes parts one behind the other, each with its length before it.
  private struct Packer {
    let memory: UnsafeMutableRawBufferPointer
    var count = 0

    mutating func append(number: Int) {
      memory.storeBytes(of: UInt32(truncatingIfNeeded: number), toByteOffset: count, as: UInt32.self)
      count += frame
    }

    mutating func append(_ part: UnsafeRawBufferPointer) {
      append(number: part.count)
      UnsafeMutableRawBufferPointer(rebasing: memory[count...]).copyMemory(from: part)
      count += part.count
    }

    mutating func append(_ text: String) {
      var text = text
      text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
    }

    mutating func append(_ content: [UInt8]) {
      content.withUnsafeBytes { append($0) }
    }

    mutating func append(_ fields: HTTPFields) {
      append(number: fields.count)
      for field in fields {
        append(field.name.rawName)
        field.withUnsafeBytesOfValue { append(UnsafeRawBufferPointer($0)) }
      }
    }
  }

  /// Reads the parts in their order.
  private struct Unpacker {
    let bytes: [UInt8]
    private var place = 0

    init(bytes: [UInt8]) {
      self.bytes = bytes
    }

    mutating func number() -> Int {
      defer { place += frame }
      return bytes.withUnsafeBytes { Int($0.loadUnaligned(fromByteOffset: place, as: UInt32.self)) }
    }

    mutating func part() -> ArraySlice<UInt8> {
      let count = number()
      defer { place += count }
      return bytes[place..<(place + count)]
    }

    mutating func text() -> String { String(decoding: part(), as: UTF8.self) }

    mutating func content() -> [UInt8] { Array(part()) }

    mutating func fields() -> HTTPFields {
      var fields = HTTPFields()
      for _ in 0..<number() {
        let name = text()
        let value = part()
        if let name = HTTPField.Name(name) {
          fields.append(value.withUnsafeBufferPointer { HTTPField(name: name, value: $0) })
        }
      }
      return fields
    }
  }
}
