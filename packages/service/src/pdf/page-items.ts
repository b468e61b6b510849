import type { PdfItem, PdfPage } from '@tranche/reader/pdf';
import type { PDFPageProxy } from 'pdfjs-dist';

/** The characters of a page with their boxes, counted from its upper left corner as it is looked at. */
export async function pageOf(page: PDFPageProxy): Promise<PdfPage> {
  const viewport = page.getViewport({ scale: 1 });
  const [a = 1, b = 0, c = 0, d = -1, e = 0, f = 0]: number[] = viewport.transform;
  const { items } = await page.getTextContent();
  const found: (PdfItem & { readonly isUpright: boolean })[] = [];
  for (const item of items) {
    if (!('str' in item) || item.str === '') continue;
    const [ia = 0, ib = 0, ic = 0, id = 0, x = 0, y = 0]: number[] = item.transform;
    const left = a * x + c * y + e;
    const baseline = b * x + d * y + f;
    // The directions of the line and of the letters' height, as they are looked at.
    const along = [a * ia + c * ib, b * ia + d * ib] as const;
    const fontSize = Math.hypot(a * ic + c * id, b * ic + d * id) || item.height || 1;
    if (!Number.isFinite(left + baseline + fontSize + item.width)) continue;
    found.push({
      text: item.str,
      box: [left, baseline - 0.8 * fontSize, left + item.width, baseline + 0.2 * fontSize],
      fontSize,
      isUpright: along[0] > 0 && Math.abs(along[1]) < 0.2 * along[0],
    });
  }
  page.cleanup();
  // Words across the page are stamps and watermarks, unless there is nothing else.
  const upright = found.filter(({ isUpright }) => isUpright);
  const kept = upright.length > 0 ? upright : found;
  return {
    number: page.pageNumber,
    width: viewport.width,
    height: viewport.height,
    items: kept.map(({ text, box, fontSize }) => ({ text, box, fontSize })),
  };
}
