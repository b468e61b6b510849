/** Words that say what kind of party a name belongs to, and do not tell two parties apart. */
const SUFFIXES = new Set(
  'inc incorporated corp corporation co company ltd limited llc lp plc pbc gmbh ag sa sas se nv bv pvt private group holding holdings platforms the and of capital ventures venture partners management investment investments investors advisors fund funds technologies technology labs ai'.split(
    ' ',
  ),
);

/** Other names of one party, as the corpus scorer has them. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['a16z', 'andreessen horowitz'],
  ['facebook', 'meta'],
  ['meta platforms', 'meta'],
  ['ssi', 'safe superintelligence'],
  ['fmr', 'fidelity management and research'],
  ['mufg', 'mitsubishi ufj'],
  ['mitsubishi ufj financial group', 'mitsubishi ufj'],
  ['sequoia china', 'hongshan'],
  ['kgf', 'national growth fund'],
  ['qia', 'qatar investment authority'],
  ['usa', 'united states'],
  ['us', 'united states'],
]);

/** The words of a text in lower case, without accents, signs and the possessive. */
export const wordsOf = (text: unknown): string =>
  String(text ?? '')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[’']s\b/g, '')
    .replace(/[’'.]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function tellingWords(name: unknown): readonly string[] {
  const words = wordsOf(name);
  const all = (ALIASES.get(words) ?? words).split(' ').filter((word) => word !== '');
  const telling = all.filter((word) => !SUFFIXES.has(word));
  return telling.length > 0 ? telling : all;
}

/** Whether two names may be one party: the same words, or, unless `strict`, one name within the other. */
export function sameName(one: unknown, other: unknown, strict: boolean): boolean {
  const [a, b] = [tellingWords(one), tellingWords(other)];
  if (a.length === 0 || b.length === 0) return false;
  if (a.join('') === b.join('')) return true;
  if (strict) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.every((word) => long.includes(word)) && short.some((word) => word.length > 2);
}
