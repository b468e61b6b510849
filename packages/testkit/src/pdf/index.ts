export { endlessPdf, saying, smallPdf } from './small-pdf.ts';
