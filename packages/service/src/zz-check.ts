import { readFileSync } from 'node:fs';
import { expectOk } from '@tranche/core/result';
import { checkDocument } from '@tranche/ledger/check';
import { claimId } from '@tranche/ledger/claim';
import * as deal from '@tranche/ledger/deal';
import { replay } from '@tranche/ledger/log';
import { readReport } from '@tranche/reader/read';
import { referenceFacts } from '@tranche/reference/facts';
import { leagueDeals } from '@tranche/reference/league';
import { referenceRates } from '@tranche/reference/rates';

const [file, pub, full] = process.argv.slice(2);
const text = readFileSync(file!, 'utf8');
const {
  claims: cs,
  figures,
  source,
} = expectOk(readReport(text, { name: 'x', ...(pub && pub !== '-' ? { published: pub as any } : {}) }));
const claims = cs.map((claim) => ({ id: claimId(source.id, claim), sourceId: source.id, claim }));
const ledger = replay([], referenceFacts());
const d = deal as any;
const out = checkDocument({
  text,
  claims,
  figures,
  evidence: {
    statements: referenceFacts(),
    rates: referenceRates(),
    league: leagueDeals(),
    ...(d.rankInvestors
      ? {
          rankInvestors: ({ issuer, measure, ...dates }: any) =>
            d.rankInvestors(ledger, issuer, measure, dates),
        }
      : {}),
  },
  spokenOn: source.published!,
  today: '2026-11-24' as any,
});
console.log('=====', file, source.published);
for (const e of out.errors) {
  console.log('ERROR', e.quote, '|', e.verdict.summary);
  for (const f of e.verdict.findings) console.log('     -', f.text.slice(0, 300), f.evidence.join(','));
}
for (const { said, verdict: v } of out.claims) {
  const { quote, quote_span, spans, attribution, ...r } = said.claim as any;
  console.log(
    '\n#',
    JSON.stringify(r, (k, x) =>
      x?.numerator !== undefined ? x.toString() : typeof x === 'bigint' ? String(x) : x,
    ).slice(0, 260),
  );
  console.log('  "', quote.slice(0, 150));
  console.log('  ', v.verdict.toUpperCase(), v.check, '|', v.summary, v.condition ? `[${v.condition}]` : '');
  if (full) for (const f of v.findings) console.log('     -', f.text.slice(0, 300), f.evidence.join(','));
  if (v.today) {
    console.log('   TODAY', v.today.verdict, '|', v.today.summary, v.today.condition ?? '');
    if (full)
      for (const f of v.today.findings) console.log('     -', f.text.slice(0, 220), f.evidence.join(','));
  }
}
