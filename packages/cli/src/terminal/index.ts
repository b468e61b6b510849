export { type Io, processIo } from './io.ts';
export { paragraph } from './paragraph.ts';
export { type Styles, stylesOf } from './styles.ts';
export { type Column, table } from './table.ts';
export { padded, printable, widthOf, wrapped } from './text-width.ts';
