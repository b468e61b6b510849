import { Rational } from '@tranche/core/rational';
import type { ExitClass, ExitSecurities } from '@tranche/core/waterfall';

/** The company of the exit workloads: 4 common classes, 8 preferred of mixed kinds, 8 option grants. */
export function exitWorkload(): ExitSecurities {
  const kinds: readonly Partial<ExitClass>[] = [
    {},
    { participation: 'capped', capMultiple: Rational.of(2) },
    { participation: 'full' },
    {},
    { preferenceMultiple: Rational.of(3, 2) },
    { participation: 'capped', capMultiple: Rational.of(3) },
    {},
    {},
  ];
  const tenths = (values: readonly number[]): Rational[] =>
    values.map((value) => Rational.of(value * 100_000));
  const invested = tenths([8, 25, 60, 120, 220, 400, 800, 1400]);
  const shares = tenths([12, 15, 18, 20, 22, 25, 26, 28]);
  return {
    classes: [
      ...tenths([40, 30, 10, 5]).map((count, index) => ({
        id: `common ${index}`,
        kind: 'common' as const,
        shares: count,
      })),
      ...kinds.map((kind, index) => ({
        id: `preferred ${index}`,
        kind: 'preferred' as const,
        shares: shares[index] as Rational,
        originalIssuePrice: (invested[index] as Rational).dividedBy(shares[index] as Rational),
        seniority: Math.min(index, 5),
        ...kind,
      })),
    ],
    options: [5, 20, 45, 90, 180, 410, 800, 1500].map((cents, index) => ({
      id: `options ${index}`,
      shares: Rational.of(100_000 + 50_000 * index),
      strike: Rational.of(cents, 100),
    })),
  };
}
