import Dispatch

/// A socket watched by one dispatch source for reading and, once needed, another for writing.
///
/// A source whose events are not wanted is suspended. Dispatch requires the descriptor to stay open until each source
/// has run its cancel handler, so the last handler closes it.
final class DispatchSocketWatch: SocketWatch {
  private let socket: Socket
  private let queue: DispatchQueue
  private let observer: LoopBound<any ReadinessObserver>
  private let reader: any DispatchSourceRead
  private var writer: (any DispatchSourceWrite)?
  private var openSources = 0
  private var closed: (@Sendable () -> Void)?

  init(_ socket: Socket, queue: DispatchQueue, observer: LoopBound<any ReadinessObserver>) {
    self.socket = socket
    self.queue = queue
    self.observer = observer
    reader = DispatchSource.makeReadSource(fileDescriptor: socket.descriptor, queue: queue)
    reader.setEventHandler { observer.value.socketIsReadable() }
    prepare(reader)
    reader.activate()
  }

  let isLevelTriggered = false

  var isReading = true {
    didSet {
      guard isReading != oldValue, closed == nil else { return }
      isReading ? reader.resume() : reader.suspend()
    }
  }

  var isWriting = false {
    didSet {
      guard isWriting != oldValue, closed == nil else { return }
      if let writer {
        isWriting ? writer.resume() : writer.suspend()
      } else {
        makeWriter()
      }
    }
  }

  private func makeWriter() {
    let writer = DispatchSource.makeWriteSource(fileDescriptor: socket.descriptor, queue: queue)
    writer.setEventHandler { [observer] in observer.value.socketIsWritable() }
    prepare(writer)
    writer.activate()
    self.writer = writer
  }

  private func prepare(_ source: any DispatchSourceProtocol) {
    openSources += 1
    let watch = LoopBound(self, on: observer.poller)
    source.setCancelHandler { watch.value.sourceEnded() }
  }

  func close(_ done: @escaping @Sendable () -> Void) {
    guard closed == nil else { return }
    closed = done
    reader.cancel()
    writer?.cancel()
    // A suspended source would never run its cancel handler.
    if !isReading { reader.resume() }
    if !isWriting { writer?.resume() }
  }

  private func sourceEnded() {
    openSources -= 1
    guard openSources == 0 else { return }
    socket.close()
    closed?()
    // Together with the handlers, which Dispatch releases now, this breaks the cycle between the watch and its
    // observer.
    writer = nil
  }
}
