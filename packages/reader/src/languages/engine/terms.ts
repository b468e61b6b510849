import type { MoneyKind } from '@tranche/ledger/claim';
import type { Cited } from '../../claims/draft.ts';
import type { Frame } from './frame.ts';
import type { SayingWords } from './saying.ts';
import type { Spot } from './spot.ts';

/** The stage named nearest to a sum, within its window, by its usual English name. */
export function stageOf(spot: Spot, frame: Frame, words: SayingWords): Cited<string> | undefined {
  const [start, end] = spot.windowRange;
  const window = frame.skeleton.text.slice(start, end);
  let best:
    | { readonly value: string; readonly at: number; readonly length: number; readonly far: number }
    | undefined;
  for (const [pattern, name] of words.stages) {
    for (const match of window.matchAll(pattern)) {
      const at = start + match.index;
      if (best !== undefined && at >= best.at && at < best.at + best.length) continue;
      const far = Math.min(Math.abs(at - spot.start), Math.abs(at + match[0].length - spot.end));
      if (best === undefined || far < best.far)
        best = { value: name(match), at, length: match[0].length, far };
    }
  }
  return best === undefined
    ? undefined
    : { value: best.value, span: frame.skeleton.origin(best.at, best.at + best.length) };
}

/** The instrument that the words around a sum name, with the kind of money it brings. */
export function instrumentOf(
  spot: Spot,
  words: SayingWords,
): { readonly name: string; readonly money: MoneyKind } | undefined {
  for (const near of [spot.text, spot.clause]) {
    const found = words.instruments.find(([pattern]) => pattern.test(near));
    if (found !== undefined) return { name: found[1], money: found[2] };
  }
  const mixed = words.instruments.find(([, name]) => name === MIXED);
  return mixed?.[0].test(spot.window) === true ? { name: MIXED, money: mixed[2] } : undefined;
}

/** What a total of several instruments is called. */
export const MIXED = 'debt and equity';
