import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The signals that are forwarded to the command that this process runs.
///
/// A signal from a terminal, for Ctrl-C or when it was closed, has already reached the command: a terminal signals the
/// whole process group. A signal that was ignored when this process started stays ignored, as `nohup` requires.
final class ForwardedSignals: Sendable {
  /// The signals that are forwarded.
  static let numbers = [SIGINT, SIGTERM, SIGHUP]

  /// Those of them that were ignored when this process started.
  let ignored: Set<Int32>

  private let readingEnd: Int32
  /// Wraps the closure: as the direct value of a generic lock, a closure gains another wrapper at each access, until
  /// calling it overflows the stack.
  private struct Receiver {
    var receive: (@Sendable (Int32) -> Void)?
  }

  // Guards what is done with the next signal.
  private let receiver = Mutex(Receiver())

  /// Takes over the signals, which wait until they are received.
  ///
  /// - Throws: ``CommandFailure`` if the process has no descriptors left.
  init() throws(CommandFailure) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .runtime("cannot open a pipe") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    readingEnd = ends[0]
    signalPipe.store(ends[1], ordering: .relaxed)
    var ignored: Set<Int32> = []
    for number in Self.numbers {
      if isIgnoring(signal(number, SIG_IGN)) { ignored.insert(number) } else { catchSignal(number) }
    }
    self.ignored = ignored
  }

  /// From now on, passes each signal to `receiver`, one at a time, on a thread of its own.
  func receive(_ receiver: @escaping @Sendable (Int32) -> Void) {
    let isFirst = self.receiver.withLock { current in
      defer { current.receive = receiver }
      return current.receive == nil
    }
    if isFirst { DispatchQueue(label: "willcall.signals").async { self.readSignals() } }
  }

  private func readSignals() {
    var number: UInt8 = 0
    while true {
      let count = read(readingEnd, &number, 1)
      if count < 0, errno == EINTR { continue }
      guard count == 1 else { return }
      receiver.withLock { $0.receive }?(Int32(number))
    }
  }
}

/// The descriptor to which the signal handler writes; there is no other way to pass it.
private let signalPipe = Atomic<Int32>(-1)

/// Notes a signal, doing only what is safe in a signal handler.
private func noteSignal(_ number: Int32, _ info: UnsafeMutablePointer<siginfo_t>?, _: UnsafeMutableRawPointer?) {
  #if canImport(Darwin)
    let isFromTerminal = info?.pointee.si_pid == 0
  #else
    let isFromTerminal = info?.pointee.si_code == siCodeKernel
  #endif
  if isFromTerminal { return }
  let savedError = errno
  var byte = UInt8(truncatingIfNeeded: number)
  _ = write(signalPipe.load(ordering: .relaxed), &byte, 1)
  errno = savedError
}

/// `SI_KERNEL`: the signal comes from the kernel, for example for a terminal, and not from a process.
private let siCodeKernel: Int32 = 0x80

private func catchSignal(_ number: Int32) {
  var action = sigaction()
  #if canImport(Darwin)
    action.__sigaction_u.__sa_sigaction = noteSignal
  #elseif canImport(Musl)
    action.__sa_handler.sa_sigaction = noteSignal
  #else
    action.__sigaction_handler.sa_sigaction = noteSignal
  #endif
  action.sa_flags = Int32(SA_SIGINFO) | Int32(SA_RESTART)
  sigaction(number, &action, nil)
}

/// Whether a disposition is `SIG_IGN`, which is a number rather than a function.
func isIgnoring(_ disposition: (@convention(c) (Int32) -> Void)?) -> Bool {
  unsafeBitCast(disposition, to: UInt.self) == 1
}
