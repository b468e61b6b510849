import { Html } from './html.ts';

/** For screen and paper; kinds of verdict differ by word and line, and not by colour alone. */
export const STYLE = new Html(`
:root { --ink: #1c1b19; --soft: #5d5a54; --line: #d8d4cb; --good: #1f6b3a; --bad: #a32020; --half: #8a5a00; --open: #4b5563; --claim: #1f4e79; --page: #fff; color-scheme: light dark; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2.5rem 1.5rem 4rem; max-width: 46rem; color: var(--ink); background: var(--page);
  font: 1rem/1.55 Georgia, "Times New Roman", serif; overflow-wrap: anywhere; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .4rem; }
h2 { font-size: 1.15rem; margin: 2.4rem 0 .8rem; padding-bottom: .25rem; border-bottom: 2px solid var(--ink); }
h3 { font-size: 1rem; margin: 0; }
p { margin: 0 0 .7rem; }
a { color: inherit; }
.soft, .meta { color: var(--soft); }
.meta, .counts, .label, table, .sources, .steps, .refs { font-family: "Helvetica Neue", Arial, sans-serif; }
.meta { font-size: .85rem; }
.counts { display: flex; flex-wrap: wrap; gap: .4rem .6rem; list-style: none; padding: 0; margin: 1rem 0 0; font-size: .85rem; }
.counts li { border: 1px solid var(--line); border-left: 5px solid var(--tone); padding: .2rem .6rem; }
.label { font-size: .75rem; font-weight: 700; letter-spacing: .04em; text-transform: uppercase; }
.supported { --tone: var(--good); } .contradicted { --tone: var(--bad); }
.mixed { --tone: var(--half); } .cannot_tell { --tone: var(--open); }
.claimed { --tone: var(--claim); } .rejected { --tone: var(--soft); }
.label { color: var(--tone); }
mark { color: inherit; background: none; border-bottom: 2px solid var(--tone); padding-bottom: 1px; }
mark.contradicted { border-bottom-style: double; border-bottom-width: 4px; }
mark.mixed { border-bottom-style: dashed; }
mark.cannot_tell, mark.rejected { border-bottom-style: dotted; }
sup { line-height: 0; font: 700 .65rem "Helvetica Neue", Arial, sans-serif; padding-left: .1rem; }
sup a, .refs a { text-decoration: none; }
.glance { list-style: none; padding: 0; margin: 0; }
.glance li { display: flex; gap: .7rem; padding: .35rem 0; border-bottom: 1px solid var(--line); font-size: .95rem; break-inside: avoid; }
.glance .label { flex: 0 0 7.2rem; padding-top: .15rem; }
.glance .number { flex: 0 0 1.6rem; }
.place { margin: 1.6rem 0 0; }
.place > blockquote { margin: .2rem 0 .6rem; padding: 0; font-style: italic; }
.number { display: inline-block; min-width: 1.6rem; font: 700 .85rem "Helvetica Neue", Arial, sans-serif; }
.verdict { border-left: 5px solid var(--tone); padding: .1rem 0 .1rem .9rem; margin: 0 0 1rem; }
.verdict .sentence { font-size: 1.05rem; margin: .15rem 0 .4rem; }
.verdict ul { margin: .3rem 0 .6rem; padding-left: 1.1rem; font-size: .92rem; }
.verdict li { margin: .15rem 0; }
.refs { font-size: .75rem; color: var(--soft); white-space: nowrap; }
.today { border-top: 1px solid var(--line); padding-top: .4rem; margin-top: .5rem; font-size: .95rem; }
.steps { font-size: .78rem; color: var(--soft); margin: .2rem 0 .5rem; padding-left: 1rem; border-left: 1px solid var(--line); }
.steps div { margin: .1rem 0; }
.sources { font-size: .82rem; padding-left: 2rem; }
.sources li { margin: .45rem 0; }
.url { color: var(--soft); }
dl { font-size: .9rem; } dt { font-weight: 700; } dd { margin: 0 0 .4rem; }
@media screen and (prefers-color-scheme: dark) {
  :root { --ink: #ece9e2; --soft: #b3aea4; --line: #45423c; --good: #7fd0a0; --bad: #f59a9a; --half: #e3b65a; --open: #b3bcc8; --claim: #93bfea; --page: #171614; }
}
@page { margin: 18mm 16mm; }
@media print {
  html { font-size: 9.5pt; }
  body { max-width: none; padding: 0; line-height: 1.42; }
  h2 { margin-top: 1.6rem; break-after: avoid; }
  .place { margin-top: 1rem; }
  .sources { columns: 2; column-gap: 2.6rem; }
  .place > blockquote, .verdict .label, .verdict .sentence { break-after: avoid; }
  .sources li, .verdict li, .steps div { break-inside: avoid; }
  a { text-decoration: none; }
  * { print-color-adjust: exact; }
}
`);
