/**
 * A PDF written by hand: one content stream a page, in the language of pages, each page with the words `more`. A page
 * calls the first of the `forms` as /X, and each form the next one.
 */
export function smallPdf(streams: readonly string[], more = '', forms: readonly string[] = []): Uint8Array {
  const pages = streams.map((_, index) => `${4 + 2 * index} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages}] /Count ${streams.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...streams.flatMap((stream, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] ${more} /Resources << /Font << /F 3 0 R >> /XObject << /X ${4 + 2 * streams.length} 0 R >> >> /Contents ${5 + 2 * index} 0 R >>`,
      streamOf('', stream),
    ]),
    ...forms.map((form, index) =>
      streamOf(
        `/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /Font << /F 3 0 R >> /XObject << /X ${5 + 2 * streams.length + index} 0 R >> >>`,
        form,
      ),
    ),
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  const end = `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Uint8Array.from(`${file}${table}${end}`, (character) => character.charCodeAt(0));
}

/** The stream of a page with one line; no brackets in it. */
export const saying = (text: string): string => `BT /F 10 Tf 50 700 Td (${text}) Tj ET`;

const streamOf = (about: string, stream: string): string =>
  `<< ${about} /Length ${stream.length} >>\nstream\n${stream}\nendstream`;

/** A PDF whose first page has one line, and whose second takes longer than anybody waits: forms in forms in forms. */
export const endlessPdf = (text: string): Uint8Array =>
  smallPdf([saying(text), '/X Do'], '', [
    ...Array.from({ length: 14 }, () => '/X Do '.repeat(10)),
    saying('never reached in full'),
  ]);
