import EventCatalogue
import HTTPTypes
import HTTPWire
import PartnerVocabulary
import PartnerWire

/// The directions given at `/` and `/__willcall`, where people look first but nothing is served.
struct Signpost {
  private static let page = "/__willcall/"
  private static let health = "/__willcall/health"
  /// The event of the documents' examples.
  private static let documentedEvent = "3F005105D843DFA3"

  /// The first of the six calls, for an event that this server has.
  private let firstCall: String

  /// Whether a page shows what happens on the server.
  private let hasPage: Bool

  /// Makes a signpost for a server.
  init(_ catalogue: Catalogue, hasPage: Bool) {
    self.hasPage = hasPage
    let known = catalogue.place(ofEvent: Self.documentedEvent) == nil ? catalogue.events.first?.id : nil
    firstCall =
      catalogue.events.isEmpty
      ? "/partners/v1/events?apikey=my-key"
      : "/partners/v1/events/\(known ?? Self.documentedEvent)/availability?apikey=my-key"
  }

  /// Whether it answers at a target: the root, or the control API's prefix with or without a trailing slash.
  static func stands(at target: RequestTarget) -> Bool {
    let segments = target.segments
    return segments.isEmpty || segments == ["__willcall"] || segments == ["__willcall", ""]
  }

  /// Where to look, in one sentence.
  var sentence: String {
    "There is nothing at this path." + (hasPage ? " \(Self.page) is a page for a browser." : "")
      + " GET \(Self.health) says whether the server is ready, GET \(firstCall) is the "
      + "first of the six calls, `willcall walkthrough` plays all six, and README.md and docs/ explain the rest."
  }

  /// The error in its usual shape, or as a page if the client prefers one.
  func answer(_ error: APIError, to request: Request) -> Answer {
    var answer = Answer(error)
    let accepted = AcceptedMedia(request.fields[.accept])
    answer.extraFields.append(("Vary", "Accept"))
    if accepted.quality(of: "text", "html") > accepted.quality(of: "application", "json") {
      answer.body = .html(html)
    }
    return answer
  }

  private var html: String {
    """
    <!doctype html>
    <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <title>WillCall</title></head>
    <body><h1>WillCall</h1><p>\(HTMLText.escape(sentence))</p>
    <ul><li><a href="\(Self.health)">\(Self.health)</a></li>
    <li><a href="\(HTMLText.escape(firstCall))">\(HTMLText.escape(firstCall))</a></li></ul></body></html>
    """
  }
}
