/** Larger files are refused before they are read; the server has its own limit. */
const LARGEST_BYTES = 5_000_000;

export type TakenText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: string };

/** The text of a dropped or chosen file, or why it is not taken: too large, empty, or not UTF-8 text. */
export async function textOfFile(file: Pick<File, 'name' | 'size' | 'arrayBuffer'>): Promise<TakenText> {
  if (file.size > LARGEST_BYTES) {
    return refused(
      `“${file.name}” is ${Math.round(file.size / 1e6)} MB; a report of up to 5 MB can be read here.`,
    );
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (text.trim() === '') return refused(`“${file.name}” is empty.`);
    if (text.includes('\0')) return refused(`“${file.name}” is not a text.`);
    return { ok: true, text };
  } catch {
    return refused(`“${file.name}” is not a text in UTF-8. Open it and paste its text instead.`);
  }
}

const refused = (reason: string): TakenText => ({ ok: false, reason });
