/** The style of the shop that the chat is shown on. */
export const demoStyle = `
:root { color-scheme: light dark; --ink: light-dark(#23201b, #f3efe8); --soft: light-dark(#6a6257, #b3a99b); --paper: light-dark(#fbf8f3, #16140f); --card: light-dark(#ffffff, #201d17); --line: light-dark(#e9e1d4, #383227); --glow: light-dark(#ffd98a, #8a6a25); --metal: light-dark(#4a443b, #cfc5b5); }
* { box-sizing: border-box; }
body { margin: 0; font: 400 16px/1.55 ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; color: var(--ink); background: var(--paper); }
h1, h2, p, ul { margin: 0; padding: 0; }
h1 { font: 600 clamp(30px, 6vw, 52px)/1.1 Georgia, "Times New Roman", serif; letter-spacing: -.02em; max-width: 15ch; }
h2 { font: 600 17px/1.4 Georgia, "Times New Roman", serif; }
a { color: inherit; text-underline-offset: 3px; }
a:focus-visible { outline: 2px solid; outline-offset: 3px; border-radius: 3px; }
code { font: 500 .88em/1.6 ui-monospace, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
.wrap { max-width: 1080px; margin: 0 auto; padding: 0 24px; }
.top { display: flex; flex-wrap: wrap; gap: 8px 24px; align-items: center; padding-block: 20px; border-bottom: 1px solid var(--line); }
.top b { font: 600 20px/1 Georgia, serif; margin-right: auto; }
.top span { color: var(--soft); font-size: 15px; }
.hero { padding-block: clamp(36px, 8vw, 80px) 28px; display: grid; gap: 18px; }
.hero p { max-width: 52ch; color: var(--soft); }
.lamps { list-style: none; display: grid; grid-template-columns: repeat(auto-fill, minmax(180px, 1fr)); gap: 18px; padding-block: 16px 40px; }
.lamps li { background: var(--card); border: 1px solid var(--line); border-radius: 14px; overflow: hidden; }
.lamps svg { display: block; width: 100%; height: 190px; background: radial-gradient(circle at 50% 45%, var(--glow), transparent 62%); }
.lamps svg path { fill: none; stroke: var(--metal); stroke-width: 3; stroke-linecap: round; stroke-linejoin: round; }
.lamps svg .shade { fill: var(--card); }
.lamps div { padding: 12px 16px 16px; display: flex; justify-content: space-between; gap: 12px; }
.lamps p { color: var(--soft); }
.about { border-top: 1px solid var(--line); padding-block: 24px 120px; color: var(--soft); font-size: 15px; display: grid; gap: 8px; }
.about ul { padding-left: 20px; }
`
