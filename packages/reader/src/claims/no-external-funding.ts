import type { Reading } from './reading.ts';
import { type Hit, type Rule, rule } from './rule.ts';

const OUTSIDE = '(?:external|outside|third-party|venture)';
const MONEY = '(?:capital|financing|funding|money|investment|investors?|shareholders?|backers?)';

function unfunded(hit: Hit, reading: Reading): boolean {
  const entity = reading.issuer(hit, 'entity');
  if (entity === undefined) return false;
  if (
    reading.drafts.some(
      (draft) => draft.type === 'no_external_funding' && draft.entity.value === entity.value,
    )
  )
    return true;
  reading.add({ ...reading.base('no_external_funding', hit), entity });
  return true;
}

const SOURCES: readonly string[] = [
  `{P:entity}{aux} (?:never|not ever) (?:yet )?(?:taken|accepted|received|introduced|raised|had|brought in|sought){~30} ?${OUTSIDE} ${MONEY}`,
  `{P:entity}{aux}(?:[\\w-]+,? (?:and|but) (?:has |have )?)?(?:taken|accepted|received|raised) no ${OUTSIDE} ${MONEY}`,
  `{P:entity}{aux} (?:[\\w-]+ )?(?:bootstrapped|self-funded|self-financed|profitable),? (?:and|but|having|so) {~30}(?:taken|accepted|received|raised|taking|accepting|raising) (?:no|any|on no) ?${OUTSIDE} ${MONEY}`,
  `{P:entity}{aux} (?:[\\w-]+ )?(?:bootstrapped|self-funded|self-financed)(?: company)?,? (?:and|but|having) {~30}(?:not|never|without) {~20}${OUTSIDE} ${MONEY}`,
  `{P:entity}{aux} not (?:yet )?(?:taken|accepted|received|introduced|raised|had|brought in|sought){~30} ?${OUTSIDE} ${MONEY}`,
  `{P:entity}{aux} (?:taken|accepted|received|introduced|raised) (?:no|not one cent of) ?${OUTSIDE} ${MONEY}`,
  '{P:entity}{aux} (?:not|never) (?:yet )?(?:taken|accepted|received|raised) (?:any )?(?:money|capital|funding) from (?:(?:outside|external|venture) investors|{S})',
  `{P:entity}{~20} (?:operates|remains|is|has been|runs) without (?:any )?${OUTSIDE} ${MONEY}`,
  '{P:entity} has never (?:announced|taken|accepted|raised|received){~20}(?:an? )?(?:investment|money|capital|funding|round) from (?:an? )?(?:venture|outside|external){~20}',
  `{P:entity} has (?:no|never had) ${OUTSIDE} ${MONEY}`,
];

export const NO_EXTERNAL_FUNDING_RULES: readonly Rule[] = SOURCES.map((source) =>
  rule('no_external_funding', source, unfunded),
);
