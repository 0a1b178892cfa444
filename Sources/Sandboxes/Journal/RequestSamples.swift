import HTTPWire

/// The requests that several exchanges of a page have, which these refer to rather than repeat.
///
/// Clients that poll, or refresh their tokens, send the same again and again.
struct RequestSamples {
  /// The number of samples; requests beyond them are copied.
  static let limit = 8
  /// How many bytes one takes at most; requests are rarely larger, as only short ones are known to come again.
  static let largest = 4096

  private var places: [RequestMemory] = []
  // Kept so that their memory is not used for others.
  private var requests: [Request] = []

  /// How many bytes they take.
  private(set) var weight = 0

  /// The number of a request, which becomes a sample if it is likely to come again and there is room for one; nil if it
  /// is none.
  ///
  /// It is only read; a parameter that cannot change would be a copy.
  ///
  /// - Parameter mayGrow: whether there may be a new one.
  mutating func number(of request: inout Request, mayGrow: Bool) -> Int? {
    guard let memory = RequestMemory(&request) else { return nil }
    // Usually the last is asked for again.
    for number in places.indices.reversed() where places[number] == memory { return number }
    guard mayGrow, requests.count < Self.limit, Self.weight(of: request) <= Self.largest else { return nil }
    places.append(memory)
    requests.append(request)
    weight += Self.weight(of: request)
    return requests.count - 1
  }

  /// How many there are.
  var count: Int { places.count }

  /// Drops the newest, but for so many.
  mutating func removeLast(downTo count: Int) {
    while places.count > count, let request = requests.popLast() {
      places.removeLast()
      weight -= Self.weight(of: request)
    }
  }

  private static func weight(of request: borrowing Request) -> Int {
    request.target.raw.utf8.count + request.fields.wireBytes.capacity + request.body.capacity
  }

  /// The sample with a number.
  subscript(number: Int) -> Request { requests[number] }
}
