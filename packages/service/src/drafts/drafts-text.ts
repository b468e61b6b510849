import { describeFailure } from '@tranche/core/result';
import type { DraftsView } from '../views/index.ts';

/** "model X: 7 drafted, 3 taken, 1 said already, 3 dropped: quote not in text 2, party not in text 1", and what failed. */
export function draftsLines({
  model,
  drafted,
  taken,
  repeated,
  dropped,
  failures,
}: DraftsView): readonly string[] {
  const reasons = Object.entries(dropped);
  const lost = reasons.reduce((sum, [, count]) => sum + count, 0);
  const why = reasons.map(([reason, count]) => `${reason.replaceAll('_', ' ')} ${count}`).join(', ');
  const counts = [
    `${drafted} drafted`,
    `${taken} taken`,
    ...(repeated === 0 ? [] : [`${repeated} said already`]),
    `${lost} dropped${lost === 0 ? '' : `: ${why}`}`,
  ];
  return [
    `model ${model}: ${counts.join(', ')}`,
    ...failures.map(
      ({ code, path, message }) => `model ${model}: ${describeFailure({ code, path, message })}`,
    ),
  ];
}
