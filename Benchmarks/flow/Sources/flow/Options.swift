import Glibc

/// What the command line says.
struct Options {
  /// The server: an IPv4 address, as the host of a request and as one to connect to, and a port.
  private(set) var host = ""
  private(set) var address = in_addr()
  private(set) var port: UInt16 = 0
  private(set) var seconds = 3
  private(set) var connections = 16
  private(set) var threads = 2
  private(set) var purchasesPerKey = 150

  /// Reads names and values in turn.
  init(_ arguments: ArraySlice<String>) throws(Failure) {
    var rest = arguments
    while let name = rest.popFirst() {
      guard let value = rest.popFirst() else { throw Failure("\(name) needs a value") }
      switch name {
      case "--url": try read(url: value)
      case "--seconds": seconds = try Self.number(value, of: name)
      case "--connections": connections = try Self.number(value, of: name)
      case "--threads": threads = try Self.number(value, of: name)
      case "--purchases-per-key": purchasesPerKey = try Self.number(value, of: name)
      default: throw Failure("there is no option \(name)")
      }
    }
    if port == 0 { throw Failure("--url http://ADDRESS:PORT is needed") }
    threads = min(threads, connections)
  }

  private mutating func read(url: String) throws(Failure) {
    let scheme = "http://"
    let authority = url.hasPrefix(scheme) ? url.dropFirst(scheme.count).prefix { $0 != "/" } : ""
    let parts = authority.split(separator: ":")
    guard parts.count == 2, let port = UInt16(parts[1]), inet_pton(AF_INET, String(parts[0]), &address) == 1 else {
      throw Failure("--url is http://ADDRESS:PORT with an IPv4 address, found \(url)")
    }
    host = String(authority)
    self.port = port
  }

  private static func number(_ text: String, of name: String) throws(Failure) -> Int {
    guard let number = Int(text), number > 0, number <= 100_000 else {
      throw Failure("\(name) is a number from 1 to 100000, found \(text)")
    }
    return number
  }
}
