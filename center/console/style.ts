/** The look of the province's pages: legible at 1366×768, and on paper. No font or image comes from elsewhere. */
export const STYLE = `
:root { --ink: #1c2733; --soft: #5a6875; --line: #d5dce3; --paper: #fff; --ground: #f3f5f7; --blue: #1f4e79; --red: #a61b1b; --amber: #8a5a00; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.6 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif; }
header { background: var(--blue); color: #fff; display: flex; gap: 24px; align-items: center; padding: 10px 24px; }
header a, header button { color: #fff; }
header strong { font-size: 17px; flex: 1; }
main { max-width: 1280px; margin: 0 auto; padding: 20px 24px 48px; }
h1 { font-size: 21px; margin: 4px 0 14px; }
h2 { font-size: 17px; margin: 28px 0 10px; }
a { color: var(--blue); }
a:focus-visible, button:focus-visible, input:focus-visible { outline: 3px solid #f0a500; outline-offset: 1px; }
table { width: 100%; border-collapse: collapse; background: var(--paper); border: 1px solid var(--line); }
th, td { text-align: left; padding: 7px 10px; border-bottom: 1px solid var(--line); vertical-align: top; }
th { background: #e9eef3; font-weight: 600; white-space: nowrap; }
td.count, th.count { text-align: right; font-variant-numeric: tabular-nums; }
.line { white-space: nowrap; }
.bad { color: var(--red); font-weight: 600; }
.late { color: var(--amber); font-weight: 600; }
.soft { color: var(--soft); }
.mono { font-family: "Noto Sans Mono", Consolas, monospace; overflow-wrap: anywhere; }
.panel { background: var(--paper); border: 1px solid var(--line); padding: 16px 18px; max-width: 560px; }
.code { font: 700 26px/1.5 "Noto Sans Mono", Consolas, monospace; letter-spacing: 2px; }
.columns { display: grid; grid-template-columns: 2fr 1fr; gap: 24px; align-items: start; }
label { display: block; margin: 10px 0 4px; }
input, textarea, .panel select { font: inherit; padding: 7px 9px; width: 100%; border: 1px solid #93a1ae; border-radius: 3px; }
button { font: inherit; padding: 6px 16px; border: 1px solid var(--blue); border-radius: 3px; background: var(--blue); color: #fff; cursor: pointer; margin-top: 10px; }
button.plain { background: transparent; border-color: currentColor; margin: 0; padding: 3px 12px; }
td button { margin: 0; padding: 2px 10px; background: var(--paper); color: var(--red); border-color: var(--red); }
ul.changes { margin: 0; padding-left: 18px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 18px; margin: 0; }
dt { color: var(--soft); } dd { margin: 0; }
@media (max-width: 900px) { .columns { grid-template-columns: 1fr; } }
@media print {
  body { background: #fff; font-size: 11pt; } header { background: none; color: #000; padding: 0; border-bottom: 1pt solid #000; }
  form, header a, header form, .noprint { display: none; } main { max-width: none; padding: 8pt 0; } tr { break-inside: avoid; } .columns { display: block; }
}
`;
