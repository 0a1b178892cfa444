import HTTPTypes
public import HTTPWire

/// Leads people to the page from where they look first.
public enum ConsoleEntrance {
  /// The path of the page.
  public static let path = "/__willcall/"

  /// Answers a browser at `/` with a redirect to the page, its query included.
  ///
  /// - Returns: `nil` for any other request, also for one that would rather have JSON.
  public static func redirectFromRoot(_ request: Request) -> Response? {
    guard request.target.isRoot, request.method == .get || request.method == .head,
      prefersPages(request.fields[.accept])
    else { return nil }
    return redirect(request, fields: [.vary: "Accept"])
  }

  /// Redirects to the page; for now, because next time another program may listen at the port.
  public static func redirect(_ request: Request, fields: FieldSection = [:]) -> Response {
    let query = request.target.raw.firstIndex(of: "?").map { String(request.target.raw[$0...]) } ?? ""
    var fields = fields
    fields[.location] = path + query
    fields[.cacheControl] = "no-store"
    return Response(status: .temporaryRedirect, fields: fields)
  }

  private static func prefersPages(_ accept: String?) -> Bool {
    guard let accept else { return false }
    let media = AcceptedMedia(accept)
    return media.quality(of: "text", "html") > media.quality(of: "application", "json")
  }
}
