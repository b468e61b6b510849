export { saying, smallPdf } from './small-pdf.ts';
