import type { Draft, ValuationDraft } from '../claims/draft.ts';

/** The first of the drafts that say the same; the others only repeat it. */
export function withoutRepeats(drafts: readonly Draft[]): Draft[] {
  const seen = new Set<string>();
  return drafts.filter((draft) => {
    if (draft.type === 'valuation' && draft.byName && isToldInFigures(draft, drafts)) return false;
    const key = keyOf(draft);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** A price told by a name alone gives way to one in figures. */
const isToldInFigures = (valuation: ValuationDraft, drafts: readonly Draft[]): boolean =>
  drafts.some(
    (draft) => draft.type === 'valuation' && !draft.byName && draft.entity.value === valuation.entity.value,
  );

/** What a draft says, without where: equal keys are repeats. */
export function keyOf(draft: Draft): string {
  const parts: unknown[] = [
    draft.type,
    draft.denied ?? false,
    'status' in draft && draft.type !== 'round' ? draft.status : null,
  ];
  for (const [name, value] of Object.entries(draft)) {
    if (
      name === 'amount' ||
      name === 'percent' ||
      name === 'from' ||
      name === 'to' ||
      name === 'claim' ||
      name === 'basis' ||
      name === 'condition' ||
      name === 'closing'
    )
      parts.push(name, plain(value));
    if (
      name === 'investor' ||
      name === 'issuer' ||
      name === 'entity' ||
      name === 'holder' ||
      name === 'by' ||
      name === 'subject' ||
      name === 'name'
    )
      parts.push(name, plain(value));
  }
  return JSON.stringify(parts);
}

function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value ?? null;
  const inner =
    'value' in value && 'span' in value
      ? value.value
      : 'value' in value && Object.keys(value).length === 1
        ? value.value
        : value;
  if (typeof inner === 'object' && inner !== null && 'name' in inner) return inner.name;
  return inner;
}
