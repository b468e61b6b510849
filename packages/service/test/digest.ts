/**
 * An answer without its derivation and evidence, figures by what they print: short enough to read in review. That
 * every figure opens down to quotes is tested apart; which of several quotes stands first is not part of the answer.
 */
export function digestOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(digestOf);
  if (typeof value !== 'object' || value === null) return value;
  const fields = value as Readonly<Record<string, unknown>>;
  if (isFigure(fields))
    return 'label' in fields ? `${String(fields.label)}: ${String(fields.text)}` : fields.text;
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => !LEFT_OUT.includes(name))
      .map(([name, field]) => [name, digestOf(field)]),
  );
}

/** `conflictsPassedOver` repeats the terms; what is joined, and how much of it, changes whenever one more sentence is understood. */
const LEFT_OUT = [
  'derivation',
  'evidence',
  'conflictsPassedOver',
  'sources',
  'statements',
  'members',
  'notJoined',
];

const isFigure = (fields: Readonly<Record<string, unknown>>): boolean =>
  typeof fields.node === 'string' && typeof fields.text === 'string' && typeof fields.vague === 'boolean';
