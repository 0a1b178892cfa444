/// What a route of the control API takes and answers, as described in its document.
struct ControlContract: Sendable {
  /// A body and its media type.
  enum Content: Sendable {
    case json(ControlSchema)
    case text(mediaType: String)

    /// The value for `Content-Type`, without parameters.
    var mediaType: String {
      switch self {
      case .json: "application/json"
      case .text(let mediaType): mediaType
      }
    }
  }

  /// An answer that is not an error.
  struct Answer: Sendable {
    let status: Int
    /// A one-sentence description.
    let note: String
    /// The body, in one of these forms; empty if there is none.
    let contents: [Content]
  }

  /// A one-line summary.
  let summary: String
  /// The schema of a request's body; `nil` if none is read.
  let body: ControlSchema?
  /// Whether the body may be omitted.
  let isBodyOptional: Bool
  let answers: [Answer]
  /// The statuses of errors other than those that every route of its kind has.
  let errors: [Int]

  init(
    _ summary: String, body: ControlSchema? = nil, isBodyOptional: Bool = false, _ answers: Answer...,
    errors: [Int] = []
  ) {
    self.summary = summary
    self.body = body
    self.isBodyOptional = isBodyOptional
    self.answers = answers
    self.errors = errors
  }
}

extension ControlContract.Answer {
  /// JSON with a status.
  static func json(_ status: Int, _ note: String, _ schema: ControlSchema) -> Self {
    Self(status: status, note: note, contents: [.json(schema)])
  }

  /// 200 with JSON.
  static func ok(_ note: String, _ schema: ControlSchema) -> Self { json(200, note, schema) }

  /// 200 with text.
  static func text(_ mediaType: String, _ note: String) -> Self {
    Self(status: 200, note: note, contents: [.text(mediaType: mediaType)])
  }

  /// 200 with JSON, or with text in one of the media types that can be requested.
  static func ok(_ note: String, _ schema: ControlSchema, or mediaTypes: [String]) -> Self {
    Self(status: 200, note: note, contents: [.json(schema)] + mediaTypes.map { .text(mediaType: $0) })
  }

  /// 204.
  static func nothing(_ note: String) -> Self { Self(status: 204, note: note, contents: []) }
}
