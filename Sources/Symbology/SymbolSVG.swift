/// Draws a symbol as SVG.
public enum SymbolSVG {
  /// A whole SVG document: one path on white, with the quiet zone, whose title says what it shows.
  ///
  /// - Parameters:
  ///   - symbol: The symbol.
  ///   - title: What it shows, for those who cannot see it.
  ///   - scale: How many user units a module is wide; at least 1.
  public static func document(of symbol: Symbol, title: String, scale: Int = 4) -> String {
    let margin = symbol.quietZone
    let width = symbol.width + 2 * margin
    let height = symbol.rowCount * symbol.rowHeight + 2 * margin
    let scale = max(scale, 1)
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width * scale)" height="\(height * scale)" \
      viewBox="0 0 \(width) \(height)" role="img" shape-rendering="crispEdges" style="background:#fff">\
      <title>\(escaped(title))</title>\
      <rect width="\(width)" height="\(height)" fill="#fff"/>\
      <path d="\(path(of: symbol))"/></svg>

      """
  }

  /// One closed rectangle for each run of dark modules.
  private static func path(of symbol: Symbol) -> String {
    var path = ""
    for row in 0..<symbol.rowCount {
      let top = symbol.quietZone + row * symbol.rowHeight
      var column = 0
      while column < symbol.width {
        guard symbol[row, column] else {
          column += 1
          continue
        }
        let first = column
        while symbol[row, column] { column += 1 }
        path += "M\(symbol.quietZone + first) \(top)h\(column - first)v\(symbol.rowHeight)h-\(column - first)z"
      }
    }
    return path
  }

  /// A text as character data; what XML cannot have at all becomes U+FFFD.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\t", "\n", "\r", " "..."\u{D7FF}", "\u{E000}"..."\u{FFFD}", "\u{10000}"...:
        escaped.unicodeScalars.append(scalar)
      default: escaped += "\u{FFFD}"
      }
    }
    return escaped
  }
}
