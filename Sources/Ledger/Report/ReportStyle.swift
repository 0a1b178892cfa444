/// The style sheet of a report's page: system font, light and dark mode, widths from 360 pixels to 4K, and print.
enum ReportStyle {
  /// What the page's policy allows: the SHA-256 of ``css`` in Base64; a test keeps the two in step.
  static let hash = "sha256-amEVa6WdoF3g6WmSD/FUxAnO8GzL8c2QSbPSUW8yWis="

  /// The whole style sheet; all text has a contrast of at least 4.5 (WCAG AA).
  static let css = """

    :root {
      color-scheme: light dark;
      --ground: #fcfcfa; --ink: #1c1e21; --quiet: #585e66; --line: #d9d9d4; --band: #f1f1ed;
      --bad: #a3161a; --warn: #7a4b00; --good: #14633a; --note: #1d4f91;
      font: clamp(100%, .8rem + .2vw, 140%)/1.5 system-ui, sans-serif;
      font-variant-numeric: tabular-nums;
    }
    @media screen and (prefers-color-scheme: dark) {
      :root {
        --ground: #15171a; --ink: #e7e8ea; --quiet: #a0a6ae; --line: #34383e; --band: #1d2024;
        --bad: #ff9189; --warn: #efb75b; --good: #74d19d; --note: #93bcf5;
      }
    }
    * { box-sizing: border-box; }
    body { margin: 0 auto; padding: 0 1rem 4rem; max-width: 70rem; background: var(--ground); color: var(--ink); }
    p, ul, ol, dl, dd { margin: 0; padding: 0; }
    ul, ol { list-style: none; }
    header, main, summary { overflow-wrap: anywhere; }
    header { padding: 2.5rem 0 1.5rem; border-bottom: .375rem solid var(--verdict); }
    .ready { --verdict: var(--good); }
    .incomplete { --verdict: var(--warn); }
    .not-ready { --verdict: var(--bad); }
    h1 { margin: .25rem 0 .5rem; color: var(--verdict); font-size: clamp(2.5rem, 8vw, 4.5rem); font-weight: 600;
      line-height: 1.05; letter-spacing: -.02em; }
    h2 { margin: 2.5rem 0 .75rem; font-size: 1.25rem; font-weight: 600; }
    b { font-weight: 600; }
    code, time { font-family: ui-monospace, monospace; font-size: .92em; }
    .lead { font-size: 1.125rem; }
    .quiet { color: var(--quiet); font-size: .875rem; }
    .name { color: var(--quiet); font-weight: 600; }
    .lead + .quiet { margin-top: .5rem; }
    .cautions li { padding: .5rem .75rem; border-left: .25rem solid var(--warn); background: var(--band); }
    .cautions li + li { margin-top: .25rem; }
    .steps { display: grid; grid-template-columns: repeat(6, 1fr); gap: 1rem .5rem; }
    .steps li { padding-top: .5rem; border-top: .25rem solid var(--good); font-size: .875rem; }
    .steps .missing { border-top: .25rem dashed var(--bad); }
    .steps .missing span { color: var(--bad); font-weight: 600; }
    .steps b, .steps span { display: block; }
    .steps span { color: var(--quiet); }
    .steps + .quiet { margin-top: .75rem; }
    table { width: 100%; margin-top: .5rem; border-collapse: collapse; table-layout: fixed; }
    th { padding: .375rem .5rem; color: var(--quiet); font-size: .8125rem; font-weight: 600; text-align: left; }
    th.severity { width: 7rem; }
    th.number { width: 4.5rem; }
    tbody th { padding-top: 1.5rem; border-bottom: 2px solid var(--ink); color: var(--ink); font-size: 1rem; }
    td { padding: .5rem; border-bottom: 1px solid var(--line); vertical-align: top; }
    .number { text-align: right; }
    .broken .violation .severity { color: var(--bad); font-weight: 600; }
    .broken .warning .severity { color: var(--warn); font-weight: 600; }
    .broken .advice .severity { color: var(--note); font-weight: 600; }
    .kept td.number, .idle td.number, .kept .severity, .idle .severity, .waived .severity { color: var(--quiet); }
    summary { position: relative; padding-left: 1.25rem; list-style: none; cursor: pointer; }
    summary::-webkit-details-marker { display: none; }
    summary::before { content: "+"; content: "+" / ""; position: absolute; left: .125rem; color: var(--quiet); }
    [open] > summary::before { content: "\\2212"; content: "\\2212" / ""; }
    summary span { display: block; color: var(--quiet); }
    .broken summary span { color: var(--ink); }
    summary:focus-visible { outline: 2px solid var(--note); outline-offset: 2px; }
    details > :not(summary) { margin: .5rem 0 0 1.25rem; }
    dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; font-size: .875rem; }
    dt { color: var(--quiet); }
    .remarks li { padding: .5rem 0 .5rem .75rem; border-left: .25rem solid var(--line); font-size: .875rem; }
    .more summary { color: var(--quiet); font-size: .875rem; }
    .more > .remarks { margin-left: 0; }
    .remarks p { unicode-bidi: isolate; }
    .violation .remarks li { border-color: var(--bad); }
    .warning .remarks li { border-color: var(--warn); }
    .advice .remarks li { border-color: var(--note); }
    .waiver { font-weight: 600; }
    .list li { padding: .5rem; border-bottom: 1px solid var(--line); }
    .bought-twice b, .gave-up b { color: var(--bad); }
    @media (max-width: 52rem) { .steps { grid-template-columns: repeat(3, 1fr); } }
    @media screen and (max-width: 36rem) {
      .steps { grid-template-columns: repeat(2, 1fr); }
      table, tbody { display: block; }
      thead { display: none; }
      tr { display: grid; grid-template-columns: 1fr max-content; padding: .5rem 0; border-bottom: 1px solid var(--line); }
      tr:has(> th) { display: block; padding: 0; border: 0; }
      tbody th { display: block; padding-left: 0; }
      td { padding: 0; border: 0; }
      td:first-child { grid-column: 1 / 3; grid-row: 2; }
      .severity, td.number { padding-left: 1.25rem; font-size: .875rem; }
      td.number::after { content: "\\d7"; }
      details > :not(summary) { margin-left: 0; }
      dl { grid-template-columns: 1fr; gap: 0; }
      dt + dd + dt { margin-top: .5rem; }
    }
    @page { margin: 16mm 14mm; }
    @media print {
      :root { color-scheme: light; --ground: #fff; --band: #fff; font-size: 10pt; }
      body { max-width: none; padding: 0; }
      header { padding-top: 0; }
      .steps { grid-template-columns: repeat(6, 1fr); }
      .waived details::details-content, .more::details-content { content-visibility: visible; block-size: auto; }
      summary { padding-left: 0; }
      summary::before, .more > summary { display: none; }
      details > :not(summary) { margin-left: 0; }
      h2, tbody th, summary { break-after: avoid; }
      .remarks li, .steps li, .list li, .kept tr, .idle tr { break-inside: avoid; }
    }

    """
}
