export const CR = 13;
export const LF = 10;

/** Bytes as characters of the same number; header lines are ASCII, and what is not comes back by `utf8Of`. */
export function latin1Of(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  // A call takes only so many arguments.
  for (let from = start; from < end; from += 4096) {
    text += String.fromCharCode.apply(
      undefined,
      bytes.subarray(from, Math.min(end, from + 4096)) as unknown as number[],
    );
  }
  return text;
}

/** Text that was UTF-8 and was taken for one character a byte; anything else stays as it is. */
export function utf8Of(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant.
  if (/^[\u0000-\u007f]*$/.test(text)) return text;
  try {
    return decodeURIComponent(
      text.replace(
        /[%\u0080-\u00ff]/g,
        (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
      ),
    );
  } catch {
    return text;
  }
}

/** Whether the ASCII of `text` stands at `at`. */
export function standsAt(bytes: Uint8Array, at: number, text: string): boolean {
  if (at + text.length > bytes.length) return false;
  for (let index = 0; index < text.length; index += 1)
    if (bytes[at + index] !== text.charCodeAt(index)) return false;
  return true;
}

/** Where a block of header lines ends: the first byte after its empty line; undefined while it is not whole. */
export function endOfHead(bytes: Uint8Array, start: number): number | undefined {
  for (let at = bytes.indexOf(LF, start); at >= 0; at = bytes.indexOf(LF, at + 1)) {
    if (bytes[at + 1] === LF) return at + 2;
    if (bytes[at + 1] === CR && bytes[at + 2] === LF) return at + 3;
  }
  return undefined;
}

/** Header fields by their lower-case names, the last of each; a folded line goes on with the one before. */
export function fieldsOf(head: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  let name = '';
  for (const line of head.split(/\r?\n/)) {
    if (/^[ \t]/.test(line)) {
      if (name !== '') fields.set(name, `${fields.get(name) ?? ''} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    name = line.slice(0, colon).trim().toLowerCase();
    fields.set(name, line.slice(colon + 1).trim());
  }
  return fields;
}

export function concat(one: Uint8Array, other: Uint8Array): Uint8Array {
  if (one.length === 0) return other;
  if (other.length === 0) return one;
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
