import type { TermView } from '@tranche/service/views';

/** The rule that chose most of the terms, where it chose more than one: said once, it need not be said again. */
export function commonRuleOf(terms: readonly Pick<TermView, 'rule'>[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { rule } of terms) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  return most !== undefined && most[1] > 1 ? most[0] : undefined;
}
