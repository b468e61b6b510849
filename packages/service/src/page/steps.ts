import type { DerivationView } from '../views/index.ts';
import { type Html, html } from './html.ts';
import type { SourceList } from './source-list.ts';

/**
 * How a number comes about, in words: each step that leads to it, the first operands first, with the sources that
 * given numbers rest on. A number that is given as it stands has no steps; steps that were `seen` are not told again.
 */
export function steps(
  node: string,
  { nodes }: DerivationView,
  sources: SourceList,
  seen: Set<string>,
): Html | undefined {
  const byId = new Map(nodes.map((one) => [one.id, one]));
  if ((byId.get(node)?.operands.length ?? 0) === 0) return undefined;
  const lines: Html[] = [];
  const visit = (id: string): void => {
    const one = byId.get(id);
    if (one === undefined || seen.has(id)) return;
    seen.add(id);
    for (const operand of one.operands) visit(operand);
    if (one.kind === 'input') {
      const evidence = one.grounds.flatMap((ground) => ground.evidence ?? []);
      const notes = one.grounds.flatMap(({ kind, note }) =>
        note !== undefined && (kind === 'assumption' || kind === 'rule' || kind === 'judgement')
          ? [`${kind}: ${note}`]
          : [],
      );
      const noted = notes.length === 0 ? '' : ` (${[...new Set(notes)].join('; ')})`;
      lines.push(html`<div>${one.label}: ${one.text}${noted}${sources.refs(evidence)}</div>\n`);
    } else {
      const how = one.kind === 'choice' ? `chosen by rule: ${one.rule ?? ''}` : one.words;
      lines.push(html`<div>${one.label} = ${how}: ${one.numbers}</div>\n`);
    }
  };
  visit(node);
  if (lines.length === 0) return undefined;
  return html`<div class="steps">
${lines}</div>\n`;
}
