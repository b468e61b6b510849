export { pdfOpener } from './open-pdf.ts';
