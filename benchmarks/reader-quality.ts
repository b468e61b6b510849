import { type Claim, claimToJson } from '@tranche/ledger/claim';
import type { Report, Said, Sum } from './reader-workload.ts';

/** Expected claims beside those read; `wrong` are read and not expected. */
export interface Quality {
  readonly expected: number;
  readonly found: number;
  readonly wrong: number;
  /** Arguments whose span cuts something else out of the text than what they name. */
  readonly misplaced: number;
  /** By type of claim, how many were missed and one of them; the same of those not expected. */
  readonly missed: string;
  readonly unexpected: string;
}

type Json = Readonly<Record<string, unknown>>;

/** What was read of each report beside what its sentences say, field by field; the texts are those that were read. */
export function qualityOf(
  reports: readonly Report[],
  read: readonly { readonly text: string; readonly claims: readonly Claim[] }[],
): Quality {
  let [expected, found, misplaced] = [0, 0, 0];
  const missed: string[] = [];
  const unexpected: string[] = [];
  reports.forEach((report, index) => {
    const { text, claims } = read[index] ?? { text: '', claims: [] };
    const wanted = new Set(report.said.flatMap(claimsSaid));
    expected += wanted.size;
    for (const claim of claims) {
      const words = key(claimToJson(claim) as Json);
      if (wanted.delete(words)) found += 1;
      else unexpected.push(words);
      misplaced += misplacedIn(claim, text);
    }
    missed.push(...wanted);
  });
  return {
    ...{ expected, found, wrong: unexpected.length, misplaced },
    ...{ missed: byType(missed), unexpected: byType(unexpected) },
  };
}

/** `12 round, such as ...; 3 stake, such as ...`. */
function byType(keys: readonly string[]): string {
  const types = new Map<string, string[]>();
  for (const one of keys) {
    const type = String(JSON.parse(one)[0]);
    const all = types.get(type);
    if (all === undefined) types.set(type, [one]);
    else all.push(one);
  }
  return [...types].map(([type, all]) => `${all.length} ${type}, such as ${all[0]}`).join('; ');
}

/** The claims of one sentence, each as the fields that have to be right. */
function claimsSaid(said: Said): readonly string[] {
  const amount = amountOf(said.amount);
  switch (said.kind) {
    case 'raise': {
      const { issuer, stage, lead, participants } = said;
      return [key({ type: 'round', issuer, amount, stage, leads: [lead], participants })];
    }
    case 'valuation':
      return [key({ type: 'valuation', entity: said.issuer, amount, basis: 'post' })];
    case 'stake': {
      const { issuer, investor, date } = said;
      return [
        key({ type: 'investment', investor, issuer, amount, when: date }),
        key({ type: 'stake', holder: investor, entity: issuer, percent: Number(said.percent), when: date }),
      ];
    }
  }
}

const FIELDS: Readonly<Record<string, readonly string[]>> = {
  round: ['issuer', 'amount', 'stage', 'leads', 'participants'],
  valuation: ['entity', 'amount', 'basis'],
  investment: ['investor', 'issuer', 'amount', 'when'],
  stake: ['holder', 'entity', 'percent', 'when'],
};

const key = (claim: Json): string =>
  JSON.stringify([claim.type, ...(FIELDS[String(claim.type)] ?? []).map((field) => claim[field] ?? null)]);

const amountOf = ({ currency, value }: Sum): Json => ({ currency, value, qualifier: 'exact' });

/** The quote has to stand where it says, and every name where its span says. */
function misplacedIn(claim: Claim, text: string): number {
  const body = claim as unknown as Json;
  const wrong = text.slice(...claim.quote_span) === claim.quote ? 0 : 1;
  return Object.entries(claim.spans).reduce((sum, [path, span]) => {
    const [field = '', index] = path.split(/[[\]]/);
    const held =
      index === undefined ? body[field] : (body[field] as readonly unknown[] | undefined)?.[Number(index)];
    return sum + (NAMES.has(field) && text.slice(...span) !== held ? 1 : 0);
  }, wrong);
}

const NAMES = new Set(['issuer', 'entity', 'investor', 'holder', 'leads', 'participants', 'stage']);
