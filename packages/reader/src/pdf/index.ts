export { type LaidOut, layOut } from './lay-out.ts';
export type { PdfItem, PdfPage } from './page.ts';
