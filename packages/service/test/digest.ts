/** An answer without its derivation, figures by what they print, evidence by where it stands: short enough to review. */
export function digestOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(digestOf);
  if (typeof value !== 'object' || value === null) return value;
  const fields = value as Readonly<Record<string, unknown>>;
  if (isFigure(fields))
    return 'label' in fields ? `${String(fields.label)}: ${String(fields.text)}` : fields.text;
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => !LEFT_OUT.includes(name))
      .map(([name, field]) => [
        name,
        name === 'evidence' ? (field as readonly Evidence[]).map(placeOf) : digestOf(field),
      ]),
  );
}

/** The derivation is tested node by node elsewhere; conflicts repeat the terms. */
const LEFT_OUT = ['derivation', 'conflictsPassedOver'];

interface Evidence {
  readonly id: string;
  readonly source?: { readonly published?: string; readonly title: string };
  readonly quote?: string;
}

const isFigure = (fields: Readonly<Record<string, unknown>>): boolean =>
  typeof fields.node === 'string' && typeof fields.text === 'string' && typeof fields.vague === 'boolean';

/** A claim by the day and words of its text, since its id changes with every change of the reader; a fact by its id. */
const placeOf = ({ id, source, quote }: Evidence): string =>
  source === undefined ? id : `${source.published ?? 'undated'} “${quote ?? ''}”`;
