/** Words for a legal form. They say how a company is registered and not which one it is. */
const LEGAL_FORMS: ReadonlySet<string> = new Set(
  (
    'inc incorporated corp corporation co company llc ltd limited plc lp llp pbc gmbh ag kg se sa sas sarl nv bv ' +
    'spa srl ab oy asa aps kk pte pty pvt private sro kft'
  ).split(' '),
);

const LEGAL_FORMS_WITHOUT_SPACES = /(股份有限公司|有限责任公司|有限公司|株式会社|㈱)/g;

/**
 * A name reduced to what tells parties apart: case, accents, punctuation, an article in front and legal forms at
 * the end are left out; what stands in brackets is a remark. Letters of every script are kept.
 * Two names with one key are one name. A key says nothing about names that merely look alike.
 */
export function nameKey(name: string): string {
  const bare = name.normalize('NFKC').replace(LEGAL_FORMS_WITHOUT_SPACES, ' ');
  const words = wholeNameKey(bare.trim() === '' ? name : bare).split(' ');
  while (words.length > 1 && (LEGAL_FORMS.has(words.at(-1) ?? '') || words.at(-1) === 'and')) words.pop();
  return words.join(' ');
}

/** The key of a name with its legal form: it tells a company from another that differs in nothing else. */
export function wholeNameKey(name: string): string {
  const plain = name
    .normalize('NFKC')
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[\u{2019}']s\b/gu, '')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/\b(\p{L})\.(?=\p{L}\b|\p{L}\.|\s|$)/gu, '$1')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const words = plain.split(' ');
  if (words.length > 1 && words[0] === 'the') words.shift();
  const key = words.join(' ');
  return key === '' ? name.trim().toLowerCase() : key;
}

/** A readable id from a name: words joined by hyphens. */
export const slugOf = (name: string): string => nameKey(name).replace(/ /g, '-');

/**
 * True when one name is the beginning of the other, word by word ("Dragoneer", "Dragoneer Investment Group").
 * Never grounds enough to merge two parties: a reason to ask, or to join within one deal and say so.
 */
export function likelySame(one: string, other: string): boolean {
  const [short, long] = [nameKey(one), nameKey(other)].sort((a, b) => a.length - b.length);
  return short !== undefined && long !== undefined && short !== long && long.startsWith(`${short} `);
}
