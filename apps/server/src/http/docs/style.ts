/** The style of the pages that the server draws itself. Its tokens are those of the product. */
export const style = `
:root {
  color-scheme: light dark;
  --canvas: light-dark(#f7f7f9, #0d0d10);
  --surface: light-dark(#ffffff, #141418);
  --sunken: light-dark(#f3f3f6, #1a1a1f);
  --hover: light-dark(rgb(22 22 40 / .045), rgb(255 255 255 / .055));
  --line: light-dark(#e8e8ed, #26262d);
  --line-2: light-dark(#d6d6de, #383841);
  --ink: light-dark(#17171f, #f2f2f5);
  --ink-2: light-dark(#50515d, #b4b5bf);
  --ink-3: light-dark(#686975, #90919d);
  --bot: light-dark(#5b52d9, #6d64ea);
  --bot-text: light-dark(#4a41bd, #b7b1ff);
  --human-line: light-dark(#d97008, #f59f24);
  --human-text: light-dark(#8f4700, #ffc478);
  --mark: light-dark(#ffdfae, #67450f);
  --focus: light-dark(#17171f, #ffffff);
  --font: Inter, "Inter Variable", ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  --mono: ui-monospace, "SF Mono", "JetBrains Mono", Menlo, Consolas, "Liberation Mono", monospace;
}
*, *::before, *::after { box-sizing: border-box; }
html { font: 400 14px/22px var(--font); color: var(--ink); background: var(--canvas); letter-spacing: -.006em; -webkit-font-smoothing: antialiased; -webkit-text-size-adjust: 100%; scroll-padding-top: 24px; }
body, h1, h2, h3, h4, p, ul { margin: 0; }
ul { padding: 0; list-style: none; }
a { color: inherit; text-decoration-color: var(--line-2); text-underline-offset: 3px; }
a:hover { text-decoration-color: currentColor; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 4px; }
code { font-family: var(--mono); font-size: .92em; letter-spacing: 0; }
table { border-collapse: collapse; width: 100%; }
th { font-weight: 500; text-align: left; }
summary { cursor: pointer; }
.vh { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.skip { position: absolute; left: 8px; top: -60px; z-index: 9; background: var(--ink); color: var(--canvas); padding: 8px 12px; border-radius: 6px; }
.skip:focus { top: 8px; }
.logo { width: 28px; height: 28px; display: block; flex: none; }

.home { min-height: 100vh; min-height: 100dvh; display: grid; place-items: center; padding: 24px; }
.home-card { width: 100%; max-width: 420px; background: var(--surface); border: 1px solid var(--line); border-radius: 16px; padding: 32px; }
.home-card .logo { width: 40px; height: 40px; margin-bottom: 20px; }
.home-card h1 { font: 600 20px/28px var(--font); letter-spacing: -.018em; }
.home-card p { color: var(--ink-2); margin: 4px 0 20px; }
.home-links { border-top: 1px solid var(--line); }
.home-links a { display: block; padding: 12px 0; border-bottom: 1px solid var(--line); font-weight: 500; text-decoration: none; }
.home-links a:hover { color: var(--bot-text); }
.home-links li:last-child a { border-bottom: 0; padding-bottom: 0; }
.home-links span { display: block; font-weight: 400; color: var(--ink-3); }

.docs { display: grid; grid-template-columns: 280px minmax(0, 1fr); grid-template-rows: auto 1fr; max-width: 1480px; margin: 0 auto; }
.top { padding: 20px 24px 8px; }
.brand { display: inline-flex; align-items: center; gap: 10px; font: 600 15px/24px var(--font); letter-spacing: -.014em; text-decoration: none; }
.index { grid-column: 1; position: sticky; top: 0; align-self: start; max-height: 100vh; overflow: auto; padding: 0 12px 40px; }
.index h2 { font: 500 12px/16px var(--font); color: var(--ink-3); padding: 16px 12px 4px; }
.index h2 a { text-decoration: none; }
.index li a { display: flex; gap: 8px; padding: 4px 12px; border-radius: 6px; color: var(--ink-2); text-decoration: none; font-size: 13px; line-height: 20px; }
.index li a:hover { background: var(--hover); color: var(--ink); }
.index .verb { flex: none; width: 36px; }
.verb { font: 500 10.5px/20px var(--mono); color: var(--ink-3); letter-spacing: 0; }

.docs main { grid-column: 2; grid-row: 1 / -1; background: var(--surface); border-left: 1px solid var(--line); padding: 40px 48px 96px; min-width: 0; }
.docs h1 { font: 600 28px/36px var(--font); letter-spacing: -.022em; }
.lead { color: var(--ink-2); font-size: 16px; line-height: 24px; margin-top: 8px; }
section { padding-top: 48px; }
section > p, section > ul, section > pre, section > table, section > .events { max-width: 760px; }
section > h2 { font: 600 20px/28px var(--font); letter-spacing: -.018em; margin-bottom: 8px; }
section p { color: var(--ink-2); }
section p + pre, section pre + p, section p + p, section p + ul, section p + table, section pre + table, section p + .events { margin-top: 12px; }
.chapter { margin-top: 56px; border-top: 1px solid var(--line); }
article { padding-top: 40px; }
article h3 { font: 600 16px/24px var(--font); letter-spacing: -.014em; }
article h3 a { text-decoration: none; }
article h4 { font: 500 12px/16px var(--font); color: var(--ink-3); margin: 20px 0 4px; }
.operation { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 460px); gap: 0 40px; }
.address { display: flex; gap: 10px; align-items: baseline; margin: 4px 0 10px; }
.address .verb { font-size: 12px; color: var(--ink); font-weight: 600; }
.address code { color: var(--ink); overflow-wrap: anywhere; }
.needs { font-size: 13px; margin-top: 8px; }
.sample { position: sticky; top: 24px; align-self: start; min-width: 0; }
.sample h4 { margin-top: 4px; }
.sample details { margin-top: 12px; }
.sample summary h4 { display: inline; margin: 0; }
.sample summary { color: var(--ink-3); }
pre { margin: 4px 0 0; padding: 14px 16px; border-radius: 8px; background: var(--sunken); border: 1px solid var(--line); overflow: auto; max-height: 480px; font-size: 12.5px; line-height: 19px; tab-size: 2; }

.fields th, .fields td { padding: 9px 0; border-top: 1px solid var(--line); vertical-align: top; }
.fields tr:last-child > * { border-bottom: 1px solid var(--line); }
.fields th { width: 36%; padding-right: 16px; font-size: 13px; overflow-wrap: anywhere; }
.fields td { font-size: 13px; line-height: 20px; }
.fields td p { margin-top: 2px; }
.above { color: var(--ink-3); }
.must { display: block; font: 400 11.5px/16px var(--font); color: var(--human-text); }
.type { color: var(--ink); }
.or { color: var(--ink-3); }
.limit { color: var(--ink-3); font-weight: 400; }
.limit::before { content: " · "; }
h4 .limit::before { content: "· "; }
.forms { display: grid; gap: 16px; }
.problems li { font-size: 13px; color: var(--ink-2); padding: 2px 0; }
.scopes { display: flex; flex-wrap: wrap; gap: 6px; }
.scopes li { padding: 2px 8px; border-radius: 6px; background: var(--sunken); border: 1px solid var(--line); }
.codes { font-size: 13px; }
.codes th { color: var(--ink-3); font-size: 12px; padding: 6px 16px 6px 0; }
.codes td { border-top: 1px solid var(--line); padding: 7px 16px 7px 0; vertical-align: top; overflow-wrap: anywhere; }
.codes tr:target td, :target > summary { background: var(--mark); }
.events details { border-top: 1px solid var(--line); padding: 8px 0; }
.events details:last-child { border-bottom: 1px solid var(--line); }
.events .fields { margin: 8px 0 4px; }

@media (max-width: 1180px) {
  .operation { grid-template-columns: minmax(0, 1fr); }
  .sample { position: static; margin-top: 16px; }
}
@media (max-width: 860px) {
  .docs { display: block; }
  .top { padding: 16px 20px 8px; }
  .index { position: static; max-height: 45vh; padding: 0 8px 8px; border-top: 1px solid var(--line); }
  .docs main { border-left: 0; border-top: 1px solid var(--line); padding: 28px 20px 64px; }
  .fields, .fields tbody, .fields tr, .fields th, .fields td { display: block; width: auto; }
  .fields th { padding-bottom: 0; }
  .fields td { border-top: 0; padding-top: 2px; }
  .fields tr:last-child > th { border-bottom: 0; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media print { .index, .skip { display: none; } .docs { display: block; } .docs main { border: 0; padding: 0; } }
`
