import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The signals that are meant for the command that this process runs.
///
/// One that a terminal sent, for Ctrl-C or when it was closed, has reached the command already: a terminal tells the
/// whole process group. One that was ignored when this process started stays so, as `nohup` wants it.
final class ForwardedSignals: Sendable {
  /// The signals that are passed on.
  static let numbers = [SIGINT, SIGTERM, SIGHUP]

  /// Those of them that were ignored when this process started.
  let ignored: Set<Int32>

  private let readingEnd: Int32
  /// Not the closure alone: one that is itself the value of a generic lock gets another wrapper at every look, until
  /// calling it overflows the stack.
  private struct Receiver {
    var receive: (@Sendable (Int32) -> Void)?
  }

  // Guards what is done with the next signal.
  private let receiver = Mutex(Receiver())

  /// Takes the signals over; they wait until somebody receives them.
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

  /// Hands each signal from now on to `receiver`, one at a time, on a thread of its own.
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

/// Where the signal handler writes: nothing else can be handed to it.
private let signalPipe = Atomic<Int32>(-1)

/// Notes a signal; only what is safe in a signal handler is done here.
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

/// `SI_KERNEL`: the signal comes from the kernel, such as from a terminal, and from no process.
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

/// Whether a disposition is `SIG_IGN`, which is no function but a number.
func isIgnoring(_ disposition: (@convention(c) (Int32) -> Void)?) -> Bool {
  unsafeBitCast(disposition, to: UInt.self) == 1
}
