// How the editors' pages look: calm, in light and dark, on a telephone, and on paper. One sheet, served as it stands.

export const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#12626f"/><path d="M10 14v-3a6 6 0 0 1 12 0v3h1.500a1.500 1.500 0 0 1 1.500 1.500v9a1.500 1.500 0 0 1-1.500 1.500h-15a1.500 1.500 0 0 1-1.500-1.500v-9a1.500 1.500 0 0 1 1.500-1.500zm3 0h6v-3a3 3 0 0 0-6 0z" fill="#fff"/></svg>';

export const STYLE = `:root {
  color-scheme: light dark;
  --ground: #ffffff;
  --raised: #f5f7f7;
  --line: #d9e0e1;
  --ink: #1c2526;
  --muted: #526061;
  --accent: #12626f;
  --accent-ink: #ffffff;
  --link: #0b5a94;
  --focus: #0e7bbd;
  --barred: #f8dfdc; --barred-ink: #7e1b16; --barred-edge: #b8433b;
  --depends: #fdf0c9; --depends-ink: #604704; --depends-edge: #b98a12;
  --permitted: #daf0e0; --permitted-ink: #14532d; --permitted-edge: #2f8a52;
  --required: #dbe7fb; --required-ink: #173f84; --required-edge: #3a6cc2;
  --outside: #eceff0; --outside-ink: #4a5657; --outside-edge: #8b999b;
}

@media (prefers-color-scheme: dark) {
  :root {
    --ground: #161b1d;
    --raised: #1f2629;
    --line: #354044;
    --ink: #e4eaeb;
    --muted: #a5b2b4;
    --accent: #7cc5cf;
    --accent-ink: #0c2429;
    --link: #86c1f2;
    --focus: #6cb9f5;
    --barred: #44211f; --barred-ink: #fbbdb7; --barred-edge: #d66a61;
    --depends: #3d3212; --depends-ink: #f4d98a; --depends-edge: #c89e34;
    --permitted: #17381f; --permitted-ink: #a9e2bb; --permitted-edge: #4aa66b;
    --required: #1b2f55; --required-ink: #bdd3fb; --required-edge: #6a96e6;
    --outside: #262d30; --outside-ink: #a9b5b7; --outside-edge: #6f7d80;
  }
}

* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0;
  background: var(--ground);
  color: var(--ink);
  font: 400 1rem/1.6 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif;
  text-rendering: optimizeLegibility;
  overflow-wrap: break-word;
}
a { color: var(--link); text-underline-offset: 0.15em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 3px; }
main:focus { outline: 0; }
h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; }
h1 { margin: 0 0 0.75rem; font-size: 1.875rem; letter-spacing: -0.02em; }
h2 { margin: 2.5rem 0 0.75rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: 1.25rem; letter-spacing: -0.01em; }
h3 { margin: 1.5rem 0 0.5rem; font-size: 1.0625rem; }
h4 { margin: 1rem 0 0.25rem; font-size: 1rem; }
p { margin: 0 0 0.75rem; text-wrap: pretty; }
ul, ol { margin: 0 0 0.75rem; padding-left: 1.25rem; }
li { margin: 0.25rem 0; }

.surfaces { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: 1.5rem; align-items: start; }
.surfaces figure { margin: 0; min-width: 0; }
.surfaces figcaption { margin-bottom: 0.5rem; color: var(--muted); font-size: 0.875rem; font-weight: 600; }
.surfaces .frame { width: 100%; height: 44rem; margin: 0; padding: 1rem; overflow: auto; border: 1px solid var(--line); border-radius: 8px; background: var(--ground); }
.surfaces iframe.frame { padding: 0; }
.surfaces pre.frame { font-size: 0.75rem; line-height: 1.5; white-space: pre; }
.surfaces .slack .frame { font-size: 0.9375rem; }
.surfaces .slack h3 { margin: 0.75rem 0 0.25rem; font-size: 1em; }
.surfaces .slack .context { color: var(--muted); font-size: 0.8125rem; }
.surfaces .slack .actions { display: flex; flex-wrap: wrap; gap: 0.5rem; margin: 0.5rem 0; }
.surfaces .slack .button { padding: 0.25rem 0.75rem; border: 1px solid var(--line); border-radius: 6px; background: var(--raised); color: var(--ink); font-size: 0.875rem; font-weight: 400; pointer-events: none; }

.skip { position: absolute; left: -999px; }
.skip:focus { left: 1rem; top: 0.5rem; z-index: 3; padding: 0.25rem 0.75rem; background: var(--ground); }
.top {
  display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 1.5rem;
  padding: 0.75rem clamp(1rem, 4vw, 2.5rem); border-bottom: 1px solid var(--line); background: var(--raised);
}
.top .name { color: var(--ink); font-weight: 700; letter-spacing: -0.01em; text-decoration: none; }
.top nav { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; }
.top nav a { padding: 0.25rem 0; text-decoration: none; }
.top nav a:hover { text-decoration: underline; }
.top nav a[aria-current] { color: var(--ink); font-weight: 600; box-shadow: 0 2px 0 var(--accent); }
.top form { display: flex; align-items: center; gap: 0.5rem; margin-left: auto; }
.top label { color: var(--muted); font-size: 0.875rem; }

input, select, button { font: inherit; color: inherit; }
input, select {
  min-height: 2.5rem; padding: 0.25rem 0.625rem; border: 1px solid color-mix(in srgb, var(--muted) 75%, var(--ground));
  border-radius: 6px; background: var(--ground);
}
.top input { width: 14rem; max-width: 45vw; min-height: 2.25rem; }
button, .button {
  display: inline-block; min-height: 2.25rem; padding: 0.25rem 0.875rem; border: 1px solid var(--accent); border-radius: 6px;
  background: var(--accent); color: var(--accent-ink); font-weight: 600; text-decoration: none; cursor: pointer;
}
button:hover, .button:hover { filter: brightness(1.08); text-decoration: underline; }

main, .foot, body > .warning { max-width: 54rem; margin: 0 auto; padding: 1.75rem clamp(1rem, 4vw, 2.5rem) 1rem; }
.wide main { max-width: none; }
.foot { border-top: 1px solid var(--line); margin-top: 3rem; padding-top: 1rem; color: var(--muted); font-size: 0.875rem; }
.kicker { margin: 0 0 0.25rem; color: var(--muted); font-size: 0.9375rem; }
.lead { max-width: 44rem; font-size: 1.125rem; line-height: 1.55; }
.muted, .place, .heading { color: var(--muted); }
.muted a:not(:hover) { text-decoration-color: color-mix(in srgb, var(--link) 50%, transparent); }
.place, .count { font-size: 0.875rem; }
.place { margin-top: 1rem; }
.warning { padding: 0.75rem 1rem; border: 1px solid var(--depends-edge); border-radius: 8px; background: var(--depends); color: var(--depends-ink); }
.warning a { color: inherit; }
body > .warning { margin: 1rem auto 0; padding: 0.75rem 1rem; }

.counts { display: flex; flex-wrap: wrap; gap: 0.5rem 2rem; padding: 0; list-style: none; }
.counts a { color: inherit; text-decoration: none; }
.counts a:hover { text-decoration: underline; }
.counts strong { display: block; font-size: 1.75rem; line-height: 1.1; letter-spacing: -0.02em; font-variant-numeric: tabular-nums; }
ul.plain, ul.columns { padding: 0; list-style: none; }
ul.plain > li { margin: 0.5rem 0; }
ul.columns { columns: 22rem 2; column-gap: 2.5rem; }
ul.columns > li { break-inside: avoid; margin: 0; padding: 0 0 0.375rem 0.875rem; text-indent: -0.875rem; }
.verbs { color: var(--muted); font-size: 0.8125rem; white-space: nowrap; }
.verbs::before { content: '· '; }

.tag {
  display: inline-block; padding: 0 0.5rem; border: 1px solid var(--outside-edge); border-radius: 4px; background: var(--outside);
  color: var(--outside-ink); font-size: 0.8125rem; font-weight: 600; line-height: 1.5; text-indent: 0; white-space: nowrap;
}
.note { border-color: var(--line); background: var(--raised); color: var(--muted); font-weight: 500; }
.barred { background: var(--barred); color: var(--barred-ink); border-color: var(--barred-edge); }
.depends { background: var(--depends); color: var(--depends-ink); border-color: var(--depends-edge); }
.permitted { background: var(--permitted); color: var(--permitted-ink); border-color: var(--permitted-edge); }
.required { background: var(--required); color: var(--required-ink); border-color: var(--required-edge); }
.outside { background: var(--outside); color: var(--outside-ink); border-color: var(--outside-edge); }
.fails { background: var(--barred-ink); color: var(--ground); border-color: var(--barred-ink); }
.agrees { color: var(--permitted-ink); font-weight: 600; }

dl { margin: 0 0 1rem; }
dl > div { display: grid; grid-template-columns: minmax(8rem, 15rem) 1fr; gap: 0 1.5rem; padding: 0.375rem 0; border-bottom: 1px solid var(--line); }
dt { color: var(--muted); }
dd { margin: 0; }

.prose { max-width: 44rem; margin-top: 1.25rem; }
.rule { margin: 1.5rem 0; padding: 0.25rem 0 0.25rem 1.25rem; border-left: 4px solid var(--outside-edge); }
.rule.bars { border-color: var(--barred-edge); }
.rule.lifts { border-color: var(--permitted-edge); }
.rule.requires { border-color: var(--required-edge); }
.rule:target { background: var(--raised); }
.rule h2 { margin: 0.25rem 0 0.5rem; padding: 0; border: 0; font-size: 1.0625rem; }
.prose h2 { margin: 1.5rem 0 0.5rem; padding: 0; border: 0; font-size: 1.125rem; }
.wording + .wording { margin-top: 3rem; }
ul.dashed { padding-left: 1.25rem; }
.sentence { max-width: 44rem; font: 400 1.1875rem/1.55 Charter, 'Bitstream Charter', 'Iowan Old Style', Georgia, 'Liberation Serif', serif; }
.authors { max-width: 44rem; }
.label { display: block; color: var(--muted); font-size: 0.875rem; }
details { margin: 0.5rem 0; }
summary { cursor: pointer; font-weight: 600; }
.count { color: var(--muted); font-weight: 400; }
details ul { margin-top: 0.5rem; }
.relation summary { font-size: 0.9375rem; }
.relation ul { font-size: 0.9375rem; }

.verdict { margin: 1.25rem 0; padding: 0.875rem 1.25rem; border: 1px solid; border-left-width: 6px; border-radius: 6px; }
.verdict p { margin: 0; max-width: 44rem; }
.verdict .headline { font-size: 1.375rem; font-weight: 700; letter-spacing: -0.01em; }
.chain { padding: 0; list-style: none; }
.chain > li { margin: 0.75rem 0; padding-left: 1rem; border-left: 4px solid var(--outside-edge); }
.chain > .bars { border-color: var(--barred-edge); }
.chain > .lifts { border-color: var(--permitted-edge); }
.chain > .requires { border-color: var(--required-edge); }
.chain p { margin: 0 0 0.25rem; max-width: 46rem; }

.try p, .filter p { margin: 0; }
.try { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 22rem), 1fr)); align-items: end; gap: 1rem 1.5rem; }
.try label, .filter label { display: block; margin-bottom: 0.25rem; font-size: 0.9375rem; }
.try select, .filter select { width: 100%; }
.filter { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr)); align-items: end; gap: 0.75rem 1rem; max-width: 64rem; margin: 1.25rem 0; }
.filter button { min-height: 2.5rem; }

.legend { display: flex; flex-wrap: wrap; gap: 0.375rem 1.5rem; margin: 1rem 0; font-size: 0.875rem; }
.legend > div { display: flex; align-items: baseline; gap: 0.5rem; padding: 0; border: 0; }
.legend dt { min-width: 1.625rem; border: 1px solid; border-radius: 3px; text-align: center; font-weight: 700; }

.scroll { width: fit-content; max-width: 100%; max-height: 85vh; overflow: auto; border: 1px solid var(--line); border-radius: 6px; }
.matrix { border-collapse: separate; border-spacing: 0; font-size: 0.875rem; line-height: 1.3; }
.matrix caption { padding: 0.5rem 0.75rem; color: var(--muted); text-align: left; caption-side: bottom; }
.matrix th, .matrix .corner { background: var(--ground); font-weight: 500; }
.matrix thead th, .matrix .corner { position: sticky; top: 0; z-index: 1; border-bottom: 2px solid var(--line); vertical-align: bottom; }
.matrix .corner { left: 0; z-index: 2; padding: 0.375rem 0.75rem; color: var(--muted); font-size: 0.8125rem; text-align: left; }
.matrix tbody th { position: sticky; left: 0; z-index: 1; max-width: 18rem; padding: 0.25rem 0.75rem; border-right: 2px solid var(--line); border-bottom: 1px solid var(--line); text-align: left; }
.matrix td.cell { padding: 0; border: 0; border-right: 1px solid var(--ground); border-bottom: 1px solid var(--ground); text-align: center; }
.matrix td.cell a { display: block; color: inherit; text-decoration: none; }
.matrix td.cell a:hover { box-shadow: inset 0 0 0 2px currentcolor; }
.matrix td.cell a:focus-visible { outline-offset: -2px; }
.lettered thead th { padding: 0.5rem 0.125rem; }
.lettered thead th span { display: inline-block; max-height: 15rem; writing-mode: vertical-rl; rotate: 180deg; text-align: left; white-space: nowrap; }
.lettered td.cell a { min-width: 1.75rem; padding: 0.25rem 0.125rem; font-weight: 700; line-height: 1.15; }
.lettered tbody th { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.lettered tbody tr:hover th, .lettered tbody tr:hover td { filter: brightness(0.94); }
.wordy thead th { padding: 0.5rem 0.75rem; min-width: 7.5rem; max-width: 12rem; }
.matrix small { display: block; }
.lettered small { width: 1rem; margin: 0 auto; border-radius: 2px; font-size: 0.6875rem; font-weight: 600; line-height: 1.2; }
.wordy td.cell a { padding: 0.375rem 0.5rem; font-weight: 600; }
.wordy small { margin: 0.125rem auto 0; padding: 0 0.375rem; border-radius: 3px; font-size: 0.75rem; font-weight: 500; }

pre { padding: 0.75rem 1rem; overflow-x: auto; border-radius: 6px; background: var(--raised); font: 0.875rem/1.5 ui-monospace, 'Liberation Mono', monospace; }

@media (max-width: 640px) {
  h1 { font-size: 1.5rem; }
  .top form { width: 100%; margin: 0; }
  .top input { flex: 1; max-width: none; width: 0; }
  dl > div { grid-template-columns: 1fr; }
  .legend > div { width: 100%; }
  .rule { padding-left: 0.875rem; }
  .matrix tbody th { max-width: 9.75rem; padding: 0.25rem 0.5rem; }
  .lettered tbody th { white-space: normal; }
}

@page { size: A4; margin: 16mm 14mm; }
@page matrix { size: A4 landscape; margin: 9mm; }
@media print {
  :root {
    color-scheme: light;
    --ground: #ffffff; --raised: #ffffff; --line: #bbbbbb; --ink: #000000; --muted: #444444; --link: #000000;
    --barred: #f6d3cf; --barred-ink: #5f110d; --barred-edge: #b8433b;
    --depends: #fbeebf; --depends-ink: #453300; --depends-edge: #b98a12;
    --permitted: #d3edda; --permitted-ink: #0e3f22; --permitted-edge: #2f8a52;
    --required: #d5e3fb; --required-ink: #0f2f68; --required-edge: #3a6cc2;
    --outside: #f0f0f0; --outside-ink: #444444; --outside-edge: #8b999b;
  }
  body { font-size: 10.5pt; line-height: 1.45; }
  .top nav, .top form, .skip, .try, .filter, .button, #sag-mer { display: none; }
  .top { padding: 0 0 2mm; background: none; }
  main, .foot, .wide main { max-width: none; padding: 4mm 0 0; }
  .foot { margin-top: 6mm; font-size: 8.5pt; }
  a { text-decoration: none; color: inherit; }
  h2 { margin-top: 6mm; padding-top: 3mm; }
  h2, h3, summary { break-after: avoid; }
  .rule, .chain > li, .verdict, dl > div, li { break-inside: avoid; }
  .rule { break-inside: auto; }
  .tag, .verdict, .cell, .cell small, .legend dt { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .wide { page: matrix; }
  .wide h1 { font-size: 14pt; margin: 0 0 1mm; }
  .wide .lead { max-width: none; font-size: 8pt; line-height: 1.3; margin: 0; }
  .wide h2 { margin: 3mm 0 1mm; padding: 0; border: 0; font-size: 9pt; }
  .wide main p { font-size: 8pt; }
  .matrix caption { padding: 1mm 0; }
  .legend { margin: 1.5mm 0; font-size: 8pt; gap: 0 5mm; }
  .scroll { width: auto; max-height: none; overflow: visible; border: 0; }
  .matrix { width: 100%; font-size: 7.5pt; }
  .matrix thead { display: table-header-group; }
  .matrix thead th, .matrix .corner, .matrix tbody th { position: static; }
  .matrix tr { break-inside: avoid; }
  .matrix td.cell { border: 0.2mm solid #fff; }
  .lettered tbody th { max-width: 38mm; padding: 0 1mm; font-size: 6.5pt; }
  .lettered thead th { padding: 0.5mm 0; font-size: 6.5pt; }
  .lettered thead th span { max-height: none; }
  .lettered td.cell a { min-width: 0; padding: 0.25mm 0; font-size: 6.5pt; line-height: 1; }
  .lettered small { display: inline-block; width: auto; margin-left: 0.3mm; font-size: 5pt; line-height: 1; }
}
`;

/** The pages' one script: the page is loaded again when the folder has been read again. */
export const RELOAD = "new EventSource('/handelser').addEventListener('message', () => location.reload());\n";
