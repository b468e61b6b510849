import type { DealStatus } from '@tranche/ledger/claim';
import { cited, type Reading } from './reading.ts';
import { type Hit, type Rule, rule } from './rule.ts';

interface TrancheOptions {
  readonly done?: DealStatus;
  readonly status?: DealStatus;
}

const PART =
  '(?:first|second|third|fourth|final|last|initial|opening|next|further|another|remaining|balance|other|rest|later|only the first|only)';
const PIECE =
  '(?:tranche|instal?ment|batch|closing|close|step|payment|transfer|part|portion|stage|slice|drawdown|half)';

export function draftTranche(hit: Hit, reading: Reading, options: TrancheOptions = {}): boolean {
  const token = hit.amount('amount');
  const issuer = reading.issuer(hit);
  if (token === undefined || issuer === undefined) return false;
  const status = options.status ?? reading.status(hit, options.done);
  const payer = reading.parties(hit, 'payer')[0];
  reading.add({
    ...reading.base('tranche', hit, [token.start, token.span[1]]),
    issuer,
    amount: cited(token),
    when: reading.date(hit.dateNear(), status),
    payer:
      payer === undefined
        ? undefined
        : { value: payer.value.name, ...(payer.span ? { span: payer.span } : {}) },
    status,
  });
  return true;
}

const tranche =
  (options: TrancheOptions = {}) =>
  (hit: Hit, reading: Reading): boolean =>
    draftTranche(hit, reading, options);

const SOURCES: readonly string[] = [
  '{part} (?:\\w+ )?{piece}(?: of|,|:| is| was| will be| would be| worth)?{~~30} ?{A:amount}',
  '(?:the |an? )?{part} {A:amount}',
  '{A:amount} at the (?:initial|first|second|final) clos(?:e|ing)',
];

export const TRANCHE_RULES: readonly Rule[] = SOURCES.map((source) =>
  rule('tranche', source.replaceAll('{part}', PART).replaceAll('{piece}', PIECE), tranche()),
);
