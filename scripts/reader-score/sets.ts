import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { claimToJson } from '@tranche/ledger/claim';
import { readReport } from '@tranche/reader/read';
import type { ScoredText, WrittenClaim } from '@tranche/reader/score';
import { type GoldClaim, renamedCopy } from '../../packages/reader/test/renamed-copy.ts';

/** A text with what a person annotated in it. */
export interface AnnotatedText {
  readonly id: string;
  readonly cluster: string;
  readonly text: string;
  /** All claims, with those that the text only denies. */
  readonly claims: readonly GoldClaim[];
  /** Whether the annotations themselves say that nothing may be developed on it. */
  readonly isHeldOut: boolean;
}

/** Texts that are scored together. */
export interface TextSet {
  readonly name: string;
  readonly texts: readonly AnnotatedText[];
}

const CORPUS = fileURLToPath(new URL('../../packages/reader/corpus', import.meta.url));

/** The texts of a folder that a gold file names; `file`, where given, is relative to the gold file or to the folder. */
export function annotatedTexts(folder: string, goldFile: string): readonly AnnotatedText[] {
  const gold = JSON.parse(fs.readFileSync(goldFile, 'utf8')) as readonly (Omit<
    AnnotatedText,
    'text' | 'isHeldOut'
  > & {
    readonly file?: string;
    readonly held_out?: boolean;
  })[];
  return gold.map(({ id, file, cluster, claims, held_out }) => {
    const at = [
      path.join(folder, `${id}.txt`),
      ...(file === undefined ? [] : [path.join(folder, path.basename(file))]),
    ].find((one) => fs.existsSync(one));
    if (at === undefined) throw new Error(`${id}: no text of it stands in ${folder}`);
    return {
      id,
      cluster: cluster ?? 'all',
      text: fs.readFileSync(at, 'utf8'),
      claims,
      isHeldOut: held_out === true,
    };
  });
}

export const corpus = (): readonly AnnotatedText[] =>
  annotatedTexts(path.join(CORPUS, 'texts'), path.join(CORPUS, 'gold.json'));

/** The sets beside the corpus that are there: each is a folder with `texts` and `gold.json`. */
export function otherSets(): readonly TextSet[] {
  return [
    ...setIn('held-out', 'own texts, held out'),
    ...setIn('languages', 'languages, developed on', ({ isHeldOut }) => !isHeldOut),
    ...setIn('languages', 'languages, held out', ({ isHeldOut }) => isHeldOut),
  ];
}

function setIn(
  at: string,
  name: string,
  wanted: (text: AnnotatedText) => boolean = () => true,
): readonly TextSet[] {
  const folder = path.join(CORPUS, at);
  const gold = path.join(folder, 'gold.json');
  if (!fs.existsSync(gold)) return [];
  const texts = annotatedTexts(path.join(folder, 'texts'), gold).filter(wanted);
  return texts.length === 0 ? [] : [{ name, texts }];
}

/** The texts with every name and every sum changed; the same for the same seed. */
export function renamed(texts: readonly AnnotatedText[], seed: number): readonly AnnotatedText[] {
  return texts.map((one, index) => {
    const copy = renamedCopy(one.text, asserted(one.claims), seed * 1000 + index);
    return { ...one, text: copy.text, claims: copy.gold };
  });
}

export const asserted = <T extends { readonly denied?: unknown }>(claims: readonly T[]): readonly T[] =>
  claims.filter(({ denied }) => denied !== true);

/** What the reader says of one text, as JSON, with how many of its quotes stand in the text as they should. */
export function readClaims({ id, text }: AnnotatedText): {
  readonly claims: readonly WrittenClaim[];
  readonly grounded: number;
} {
  const read = readReport(text, { name: id });
  if (!read.ok) throw new Error(`${id}: ${read.failure.message}`);
  const { claims } = read.value;
  const grounded = claims.filter(
    ({ quote, quote_span }) => quote !== '' && quote.length <= 400 && text.slice(...quote_span) === quote,
  ).length;
  return { claims: claims.map((claim) => claimToJson(claim) as unknown as WrittenClaim), grounded };
}

/** What is compared: claims that a text only denies are left out on both sides. */
export const scoredText = (one: AnnotatedText, claims: readonly WrittenClaim[]): ScoredText => ({
  id: one.id,
  cluster: one.cluster,
  gold: asserted(one.claims),
  read: asserted(claims),
});
