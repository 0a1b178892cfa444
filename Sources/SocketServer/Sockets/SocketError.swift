#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A failed system call on a socket, with its error number.
public struct SocketError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The call, such as `bind`.
  public let operation: String

  /// The value of `errno`; 0 if a host name was not found.
  public let errno: Int32

  /// What the call was applied to, such as `127.0.0.1:8490`; may be empty.
  public let subject: String

  /// The system's message; for a name that was not found, also what to use instead.
  public let message: String

  /// Captures an error number.
  init(_ operation: String, errno: Int32, subject: String = "") {
    self.operation = operation
    self.errno = errno
    self.subject = subject
    message = String(cString: strerror(errno))
  }

  /// Captures the current `errno`; must be called right after the failed call.
  static func last(_ operation: String, subject: String = "") -> SocketError {
    SocketError(operation, errno: currentErrno(), subject: subject)
  }

  /// Creates the error for a name that does not resolve.
  init(lookup code: Int32, of host: String) {
    operation = "getaddrinfo"
    errno = 0
    subject = host
    message = "\(String(cString: gai_strerror(code))); an address such as 127.0.0.1 needs no resolver"
  }

  /// Whether another program holds the port or the socket file.
  public var isAddressInUse: Bool { errno == EADDRINUSE }

  /// One line, such as `bind 127.0.0.1:8490: Address already in use`.
  public var description: String {
    "\(operation)\(subject.isEmpty ? "" : " ")\(subject): \(message)"
  }
}

/// The thread's error number, under a name that no property hides.
func currentErrno() -> Int32 { errno }
