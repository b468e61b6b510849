/** Why a draft was not taken. */
export const DROP_REASONS = [
  'wrong_shape',
  'quote_not_in_text',
  'quote_too_long',
  'quote_in_instruction',
  'language_not_read',
  'number_not_in_quote',
  'number_ambiguous',
  'date_not_in_quote',
  'words_not_in_quote',
  'party_not_in_text',
  'party_not_in_quote',
  'no_figure',
  'kind_not_in_words',
  'status_above_words',
  'denial_not_in_words',
  'taken_by_rules',
  'too_many',
] as const;
export type DropReason = (typeof DROP_REASONS)[number];

export type Dropped = Readonly<Partial<Record<DropReason, number>>>;

/** The counts of several parts together, in the order of `DROP_REASONS`. */
export function sumOfDropped(all: readonly Dropped[]): Dropped {
  const total: Partial<Record<DropReason, number>> = {};
  for (const reason of DROP_REASONS) {
    const count = all.reduce((sum, dropped) => sum + (dropped[reason] ?? 0), 0);
    if (count > 0) total[reason] = count;
  }
  return total;
}
