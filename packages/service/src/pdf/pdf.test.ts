import { readFileSync } from 'node:fs';
import { placesOf } from '@tranche/ledger/source';
import { openDocuments } from '@tranche/reader/document';
import { endlessPdf, saying, smallPdf } from '@tranche/testkit/pdf';
import { describe, expect, it } from 'vitest';
import { pdfOpener } from './index.ts';
import { pdfOpenerWithin } from './open-pdf.ts';

interface MakePdf {
  setFonts(fonts: object): void;
  setUrlAccessPolicy(allows: () => boolean): void;
  createPdf(definition: object): { getBuffer(): Promise<Buffer> };
}

/** A PDF as a program for reports makes it, compressed and with fonts of the standard. */
async function pdfOf(definition: object): Promise<Uint8Array> {
  const { default: maker } = (await import('pdfmake' as string)) as { readonly default: MakePdf };
  maker.setUrlAccessPolicy(() => false);
  maker.setFonts({
    Helvetica: { normal: 'Helvetica', bold: 'Helvetica-Bold', italics: 'Helvetica-Oblique' },
  });
  const buffer = await maker
    .createPdf({ defaultStyle: { font: 'Helvetica', fontSize: 10 }, ...definition })
    .getBuffer();
  return new Uint8Array(buffer.buffer as ArrayBuffer, buffer.byteOffset, buffer.length).slice();
}

const opened = (bytes: Uint8Array) => openDocuments({ bytes, name: 'reports/deal.pdf' }, [pdfOpener]);

const codes = async (bytes: Uint8Array): Promise<unknown> => {
  const { documents, failures } = await opened(bytes);
  return [documents.length, ...failures.map(({ code, path }) => `${code} ${path}`)];
};

const SENTENCE =
  'Vessel, a robotics company, said on Monday that it has raised $15 million in a Series A round led by Harrow Capital. The post-money valuation was $90 million. ';

describe('a PDF', () => {
  it('is read in reading order, with its title, author and day, and without its running title', async () => {
    const { documents, failures } = await opened(
      await pdfOf({
        info: {
          title: 'Vessel raises $15 million',
          author: 'News desk',
          creationDate: new Date('2024-11-15T10:00:00Z'),
        },
        header: 'Quarterly review of private markets',
        footer: (page: number, pages: number) => `Page ${page} of ${pages}`,
        content: [
          { text: 'Vessel raises $15 million', fontSize: 20, margin: [0, 0, 0, 10] },
          {
            columns: [{ text: SENTENCE.repeat(3) }, { text: `Second column. ${SENTENCE.repeat(3)}` }],
            columnGap: 15,
          },
          { text: 'Who gave how much', margin: [0, 20, 0, 5], fontSize: 13 },
          {
            table: {
              body: [
                ['Investor', 'Amount', 'Share'],
                ['Harrow Capital', '$10 million', '11.1%'],
                ['Bellows Partners', '$5 million', '5.6%'],
              ],
            },
          },
          { text: `Last page. ${SENTENCE.trim()}`, pageBreak: 'before' },
        ],
      }),
    );
    expect(failures).toEqual([]);
    expect(documents).toHaveLength(1);
    expect(documents[0]).toMatchObject({
      name: 'deal',
      format: 'pdf',
      meta: { title: 'Vessel raises $15 million', author: 'News desk', published: '2024-11-15' },
    });
    expect(documents[0]?.text.split(/\n\n/)).toEqual([
      'Vessel raises $15 million',
      SENTENCE.repeat(3).trim(),
      `Second column. ${SENTENCE.repeat(3)}`.trim(),
      'Who gave how much',
      'Investor | Amount | Share\nHarrow Capital | $10 million | 11.1%\nBellows Partners | $5 million | 5.6%',
      `Last page. ${SENTENCE.trim()}`,
    ]);
  });

  it('leads from a quote to its page and box, counted from the upper left corner', async () => {
    const { documents } = await opened(
      smallPdf([saying('first page'), saying('Vessel has raised $15 million')]),
    );
    const [document] = documents;
    const text = document?.text ?? '';
    const start = text.indexOf('Vessel has raised');
    const [place] = document === undefined ? [] : placesOf(document.original, [start, start + 29]);
    expect(place).toMatchObject({ page: 2, box: [50, 92, expect.any(Number), 102] });
    expect(document?.original).toMatchObject({ format: 'pdf', segments: { in: 'pages' } });
  });

  it('that is turned is read as it is looked at', async () => {
    const turned =
      'BT /F 10 Tf 0 1 -1 0 100 50 Tm (Vessel has raised) Tj ET BT /F 10 Tf 0 1 -1 0 112 50 Tm ($15 million) Tj ET';
    const { documents } = await opened(smallPdf([turned], '/Rotate 90'));
    expect(documents[0]?.text).toBe('Vessel has raised $15 million');
  });

  it('of pictures only is refused, and so is one that is broken or cut off at the start', async () => {
    expect(await codes(smallPdf(['0 0 100 100 re f']))).toEqual([0, 'PDF_WITHOUT_TEXT reports/deal.pdf']);
    const whole = smallPdf([saying('text')]);
    expect(await codes(whole.subarray(0, 60))).toEqual([0, 'PDF_DAMAGED reports/deal.pdf']);
    expect(await codes(Uint8Array.from('%PDF-1.7 nonsense', (letter) => letter.charCodeAt(0)))).toEqual([
      0,
      'PDF_DAMAGED reports/deal.pdf',
    ]);
  });

  it('that opens with a password only is refused', async () => {
    const locked = await pdfOf({ userPassword: 'secret', content: 'Vessel has raised $15 million.' });
    expect(await codes(locked)).toEqual([0, 'PDF_ENCRYPTED reports/deal.pdf']);
    const open = await pdfOf({ ownerPassword: 'secret', content: 'Vessel has raised $15 million.' });
    expect((await opened(open)).documents[0]?.text).toBe('Vessel has raised $15 million.');
  });

  it('with one page that cannot be read gives the others, and says which', async () => {
    const bytes = smallPdf([saying('first page'), saying('second page'), saying('third page')]);
    const text = Buffer.from(bytes as unknown as string)
      .toString('latin1')
      .replace('/Type /Page /Parent 2 0 R', '/Type /Pxge /Parent 9 0 R');
    const { documents } = await opened(Uint8Array.from(text, (letter) => letter.charCodeAt(0)));
    expect(documents[0]?.text).toContain('third page');
  });

  it('that takes too long on a page is given up: the pages before it are read, and so are other files', async () => {
    const impatient = pdfOpenerWithin({ pageMs: 2500, totalMs: 60_000 });
    const openIt = (bytes: Uint8Array) => openDocuments({ bytes, name: 'reports/deal.pdf' }, [impatient]);
    const file = endlessPdf('Vessel has raised $15 million');
    const [slow, next] = await Promise.all([openIt(file), opened(smallPdf([saying('another file')]))]);
    expect(slow.failures).toEqual([]);
    expect(slow.documents[0]).toMatchObject({
      text: 'Vessel has raised $15 million',
      problems: [
        {
          code: 'PDF_TOO_SLOW',
          path: 'reports/deal.pdf: page 2',
          expected: expect.stringContaining('2.5 seconds for a page and 60 for all'),
        },
      ],
    });
    expect(next.documents[0]?.text).toBe('another file');
  });

  it('is told by its first bytes, whatever its name, and by nothing else', async () => {
    const named = { bytes: smallPdf([saying('text')]), name: 'report.txt' };
    expect((await openDocuments(named, [pdfOpener])).documents[0]?.format).toBe('pdf');
    const own = {
      bytes: new Uint8Array(readFileSync(new URL('./open-pdf.ts', import.meta.url))),
      name: 'open-pdf.ts',
    };
    expect((await openDocuments(own, [pdfOpener])).documents[0]?.format).toBe('text');
  });
});
