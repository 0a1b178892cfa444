/// Tells one version of a file from another without reading it.
struct FileStamp: Hashable, Sendable {
  let seconds: Int64
  let nanoseconds: Int64
  let size: Int64
  let node: UInt64
}
