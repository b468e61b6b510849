import { Html } from './html.ts';

/** What the page of errors adds to the style of all pages. */
export const ERRORS_STYLE = new Html(`
body { max-width: 84rem; }
:root { --shade: #f6f4ef; }
.matched { --tone: var(--good); } .missed { --tone: var(--bad); } .wrong { --tone: var(--half); } .spurious { --tone: #6b3fa0; }
mark.missed { border-bottom-style: dotted; border-bottom-width: 3px; }
mark.wrong { border-bottom-style: dashed; }
mark.spurious { border-bottom-style: double; border-bottom-width: 4px; }
.filters { display: flex; flex-wrap: wrap; gap: .5rem 1rem; padding: .6rem 0; background: var(--page);
  border-bottom: 1px solid var(--line); font: .85rem/1.4 "Helvetica Neue", Arial, sans-serif; }
.filters fieldset { border: 1px solid var(--line); margin: 0; padding: .1rem .6rem .3rem; }
.filters legend { font-weight: 700; }
.filters label { display: inline-block; margin-right: .7rem; white-space: nowrap; }
table { border-collapse: collapse; font-size: .85rem; width: 100%; overflow-wrap: normal; }
th, td { text-align: left; padding: .25rem .8rem .25rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
td.number, th.number { display: table-cell; text-align: right; font: inherit; font-variant-numeric: tabular-nums; }
.scroll { overflow-x: auto; }
details.text { border-top: 2px solid var(--ink); padding: .6rem 0; }
details.text > summary { cursor: pointer; font-weight: 700; }
details.text > summary .label { margin-left: .6rem; }
.columns { display: grid; gap: 0 2.2rem; margin-top: .8rem; }
@media (min-width: 62rem) { .columns { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); } }
.claim { border-left: 5px solid var(--tone); padding: .1rem 0 .1rem .9rem; margin: 0 0 1rem; scroll-margin-top: 1rem; }
.claim p, .claim ul { margin: .2rem 0; font-size: .92rem; }
.claim ul { padding-left: 1.1rem; }
.claim q { font-style: italic; }
.claim:target, span:target + mark { background: var(--shade); }
span[id^="p"] { scroll-margin-top: 2rem; }
b.field { font-family: "Helvetica Neue", Arial, sans-serif; font-size: .85em; }
@media (min-width: 62rem) and (min-height: 40rem) {
  .filters { position: sticky; top: 0; z-index: 1; max-height: 45vh; overflow: auto; }
  .claim, span[id^="p"] { scroll-margin-top: 40vh; }
}
@media screen and (prefers-color-scheme: dark) { :root { --shade: #2b2925; } .spurious { --tone: #c3a5ee; } }
@media print { .filters { display: none; } }
`);
