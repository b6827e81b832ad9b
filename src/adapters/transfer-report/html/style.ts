/** The look of the page: light, dark and on paper, from a phone's width on. */
export const style = `
:root { color-scheme: light dark; --ground: #fbfaf7; --sheet: #ffffff; --ink: #1c2430; --quiet: #586274; --line: #dfe2e6;
  --bar: #2a6f97; --soft: #dbe7ee; --ask: #c98a1b; --stop: #a8432f; }
@media (prefers-color-scheme: dark) { :root { --ground: #12161c; --sheet: #1a2029; --ink: #e8ebef; --quiet: #a2adbb;
  --line: #313a46; --bar: #6fb3d6; --soft: #263644; --ask: #e0ab4d; --stop: #e07f68; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, "Segoe UI", Roboto, sans-serif; }
main { max-width: 54rem; margin: 0 auto; padding: 2rem 1.25rem 3rem; }
h1 { font-size: clamp(1.5rem, 4.5vw, 2.1rem); line-height: 1.2; margin: 0 0 .5rem; letter-spacing: -.01em; text-wrap: balance; }
h2 { font-size: 1.15rem; margin: 0 0 .35rem; }
p { margin: 0 0 .6rem; max-width: 42rem; }
.quiet, footer, figcaption { color: var(--quiet); font-size: .9rem; }
section { background: var(--sheet); border: 1px solid var(--line); border-radius: .6rem; padding: 1.1rem 1.2rem; margin-top: 1rem; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(11.5rem, 1fr)); gap: 1rem; margin: 1.4rem 0 0; padding: 0; list-style: none; }
.tiles li { background: var(--sheet); border: 1px solid var(--line); border-radius: .6rem; padding: .9rem 1rem; }
.tiles strong { display: block; font-size: 1.9rem; line-height: 1.1; font-variant-numeric: tabular-nums; }
.tiles span { display: block; color: var(--quiet); font-size: .9rem; margin-top: .2rem; }
table { border-collapse: collapse; width: 100%; margin-top: .5rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: var(--quiet); font-size: .9rem; padding-bottom: .3rem; }
th, td { padding: .28rem 0; text-align: left; vertical-align: middle; font-weight: inherit; border-top: 1px solid var(--line); }
thead th { border-top: 0; color: var(--quiet); font-size: .8rem; }
tbody th { overflow-wrap: anywhere; padding-right: .8rem; min-width: 6.5rem; }
td.bar, th.bar { width: 45%; padding-right: .6rem; }
td.bar svg { display: block; width: 100%; height: .85rem; }
td.number, th.number { text-align: right; white-space: nowrap; padding-left: .8rem; }
svg rect.bar { fill: var(--bar); } svg rect.rest { fill: var(--soft); } svg rect.ask { fill: var(--ask); } svg rect.stop { fill: var(--stop); }
figure { margin: .6rem 0; } figure svg { display: block; width: 100%; height: 1.6rem; border-radius: .3rem; }
.key { list-style: none; margin: .5rem 0 0; padding: 0; } .key li { display: flex; gap: .6rem; align-items: baseline; margin-bottom: .3rem; }
.key i { flex: none; width: .8rem; height: .8rem; border-radius: .2rem; transform: translateY(.05rem); background: var(--soft); border: 1px solid var(--line); }
.key i.bar { background: var(--bar); } .key i.ask { background: var(--ask); } .key i.stop { background: var(--stop); }
.next { border-left: .35rem solid var(--bar); } .next ol { margin: .3rem 0 0; padding-left: 1.3rem; } .next li { margin-bottom: .5rem; max-width: 42rem; }
table + p.quiet, details + p.quiet { margin-top: .6rem; } p:last-child { margin-bottom: 0; } p:empty { display: none; }
details summary { cursor: pointer; margin-top: .6rem; color: var(--quiet); }
dt { font-weight: 600; margin-top: .5rem; } dd { margin: 0; max-width: 42rem; } footer { margin-top: 1.5rem; overflow-wrap: anywhere; }
@media (max-width: 34rem) { main { padding: 1.25rem .75rem 2rem; } section { padding: .9rem; } td.bar, th.bar { width: 28%; }
  td.number, th.number { padding-left: .5rem; } td.narrow, th.narrow { display: none; } tbody th { min-width: 4.5rem; padding-right: .5rem; }
  .tiles { grid-template-columns: 1fr 1fr; gap: .6rem; } .tiles strong { font-size: 1.5rem; } }
@media print { :root { color-scheme: light; --ground: #fff; --sheet: #fff; --ink: #000; --quiet: #444; --line: #bbb; --bar: #2a6f97; --soft: #dbe7ee;
  --ask: #c98a1b; --stop: #a8432f; } body { font-size: 10.5pt; } main { max-width: none; padding: 0; } section, .tiles li { break-inside: avoid; }
  svg, .key i { print-color-adjust: exact; -webkit-print-color-adjust: exact; } .tiles { grid-template-columns: repeat(4, 1fr); } }
`
