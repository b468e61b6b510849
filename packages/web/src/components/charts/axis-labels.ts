const MAGNITUDES = [
  [1e12, 'tn'],
  [1e9, 'bn'],
  [1e6, 'm'],
  [1e3, 'k'],
] as const;

/** A number on an axis, for orientation only: `40bn`, `13 %`. The figures themselves come ready to print. */
export function axisLabel(value: number, unit: string): string {
  if (unit === 'fraction') return `${short(value * 100)} %`;
  const magnitude = MAGNITUDES.find(([limit]) => Math.abs(value) >= limit);
  return magnitude === undefined ? short(value) : `${short(value / magnitude[0])}${magnitude[1]}`;
}

const short = (value: number): string => String(Number(value.toPrecision(4)));
