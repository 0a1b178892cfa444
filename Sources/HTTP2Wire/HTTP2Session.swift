#if HTTP2
  import CNghttp2

  /// A session of the library, and what it tells the machine.
  ///
  /// The library gets a pointer to this object that does not keep it alive. That is right: the object owns the session
  /// and deletes it first when it goes, and the library calls back only from within the functions that the machine
  /// calls, on the loop of its connection.
  final class HTTP2Session {
    /// The session; set once, before anything else.
    private(set) var pointer: OpaquePointer?
    unowned let machine: HTTP2Machine

    /// What the library calls; made once and only read from then on, so any thread may use it.
    private nonisolated(unsafe) static let callbacks = makeCallbacks()
    /// How sessions differ from the defaults of the library; only read, too.
    private nonisolated(unsafe) static let options = makeOptions()

    init(for machine: HTTP2Machine) {
      self.machine = machine
      let context = Unmanaged.passUnretained(self).toOpaque()
      guard nghttp2_session_server_new2(&pointer, Self.callbacks, context, Self.options) == 0 else {
        preconditionFailure("no memory for an HTTP/2 session")
      }
    }

    deinit {
      nghttp2_session_del(pointer)
    }

    private static func makeOptions() -> OpaquePointer? {
      var options: OpaquePointer?
      guard nghttp2_option_new(&options) == 0 else { preconditionFailure("no memory for HTTP/2") }
      // The machine opens the windows, so that many bodies at a time cannot take any amount of memory.
      nghttp2_option_set_no_auto_window_update(options, 1)
      nghttp2_option_set_no_closed_streams(options, 1)
      return options
    }

    /// The machine of the session that calls back.
    private static func machine(_ context: UnsafeMutableRawPointer?) -> HTTP2Machine? {
      context.map { Unmanaged<HTTP2Session>.fromOpaque($0).takeUnretainedValue().machine }
    }

    private static func makeCallbacks() -> OpaquePointer? {
      var callbacks: OpaquePointer?
      guard nghttp2_session_callbacks_new(&callbacks) == 0 else { preconditionFailure("no memory for HTTP/2") }
      nghttp2_session_callbacks_set_on_begin_headers_callback(callbacks) { _, frame, context in
        if let frame { HTTP2Session.machine(context)?.headBegan(frame.pointee) }
        return 0
      }
      nghttp2_session_callbacks_set_on_header_callback(callbacks) {
        _, frame, name, nameLength, value, valueLength, _, context in
        guard let frame, let machine = HTTP2Session.machine(context) else { return 0 }
        let isFine = machine.headHas(
          UnsafeBufferPointer(start: name, count: nameLength), UnsafeBufferPointer(start: value, count: valueLength),
          in: frame.pointee)
        return isFine ? 0 : NGHTTP2_ERR_CALLBACK_FAILURE.rawValue
      }
      nghttp2_session_callbacks_set_on_invalid_header_callback(callbacks) { _, frame, _, _, _, _, _, context in
        if let frame { HTTP2Session.machine(context)?.headHasInvalidField(frame.pointee) }
        return 0
      }
      nghttp2_session_callbacks_set_on_frame_recv_callback(callbacks) { _, frame, context in
        if let frame { HTTP2Session.machine(context)?.frameArrived(frame.pointee) }
        return 0
      }
      nghttp2_session_callbacks_set_on_data_chunk_recv_callback(callbacks) { _, _, stream, data, length, context in
        HTTP2Session.machine(context)?.dataArrived(UnsafeBufferPointer(start: data, count: length), on: stream)
        return 0
      }
      nghttp2_session_callbacks_set_on_frame_send_callback(callbacks) { _, frame, context in
        if let frame { HTTP2Session.machine(context)?.frameLeft(frame.pointee) }
        return 0
      }
      nghttp2_session_callbacks_set_on_stream_close_callback(callbacks) { _, stream, _, context in
        HTTP2Session.machine(context)?.streamClosed(stream)
        return 0
      }
      return callbacks
    }

    /// Gives the library the content of an answer for a DATA frame.
    static let contentReader: nghttp2_data_source_read_callback = { _, stream, buffer, room, flags, _, context in
      guard let machine = machine(context), let flags else { return Int(NGHTTP2_ERR_CALLBACK_FAILURE.rawValue) }
      switch machine.takeContent(of: stream, into: UnsafeMutableBufferPointer(start: buffer, count: room)) {
      case .bytes(let count, let isLast):
        if isLast { flags.pointee |= NGHTTP2_DATA_FLAG_EOF.rawValue }
        return count
      case .nothingYet: return Int(NGHTTP2_ERR_DEFERRED.rawValue)
      // The library resets the stream with INTERNAL_ERROR.
      case .cut: return Int(NGHTTP2_ERR_TEMPORAL_CALLBACK_FAILURE.rawValue)
      }
    }
  }
#endif
