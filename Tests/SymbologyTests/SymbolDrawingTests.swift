import Testing

@testable import Symbology

/// Symbols as SVG and as text.
@Suite struct SymbolDrawingTests {
  private let bars = Symbol(
    .pdf417, width: 3, rowHeight: 4, modules: [true, false, true, true, true, true])
  private let square = Symbol(.qrCode, width: 3, rowHeight: 1, modules: [true, false, true] + [false, true, true])

  @Test func svgIsOnePathOnWhite() {
    let document = SymbolSVG.document(of: bars, title: "A <ticket> & \"more\"\u{1}", scale: 2)
    #expect(
      document == """
        <svg xmlns="http://www.w3.org/2000/svg" width="14" height="24" viewBox="0 0 7 12" role="img" \
        shape-rendering="crispEdges" style="background:#fff">\
        <title>A &lt;ticket&gt; &amp; "more"\u{FFFD}</title>\
        <rect width="7" height="12" fill="#fff"/>\
        <path d="M2 2h1v4h-1zM4 2h1v4h-1zM2 6h3v4h-3z"/></svg>

        """)
  }

  @Test func textOfBarsHasTwoModulesInACell() {
    #expect(SymbolText.lines(of: bars, on: .light) == ["    ", " ▌▌ ", " █▌ ", "    "])
    #expect(SymbolText.lines(of: bars, on: .dark) == ["████", "█▐▐█", "█ ▐█", "████"])
  }

  @Test func textOfQRCodesHasTwoRowsInALine() {
    let empty = String(repeating: " ", count: 11)
    #expect(SymbolText.lines(of: square, on: .light) == [empty, empty, "    ▀▄█    ", empty, empty])
    let full = String(repeating: "█", count: 11)
    #expect(SymbolText.lines(of: square, on: .dark) == [full, full, "████▄▀ ████", full, full])
  }
}
