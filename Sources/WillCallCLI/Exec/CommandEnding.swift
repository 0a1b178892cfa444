/// How a spawned command ended.
enum CommandEnding: Sendable, Hashable {
  /// By itself, with this status.
  case exited(Int32)
  /// By this signal.
  case signalled(Int32)

  /// Reads the status that `waitpid` filled in.
  init(waitStatus status: Int32) {
    // The low seven bits are the signal, zero for an exit; the eighth says whether a core was written.
    let signal = status & 0x7F
    self = signal == 0 ? .exited(status >> 8 & 0xFF) : .signalled(signal)
  }

  /// The exit status that a shell would report: 128 and the number of the signal if one ended it.
  var exitStatus: Int32 {
    switch self {
    case .exited(let status): status
    case .signalled(let signal): 128 + signal
    }
  }
}
