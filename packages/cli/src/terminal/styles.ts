import picocolors from 'picocolors';

/** Bold, dim and verdict colours; plain text where colours are off. */
export interface Styles {
  bold(text: string): string;
  dim(text: string): string;
  /** By what a verdict says: good, bad or open. */
  good(text: string): string;
  bad(text: string): string;
  open(text: string): string;
}

export function stylesOf(colours: boolean): Styles {
  const { bold, dim, green, red, yellow } = picocolors.createColors(colours);
  return { bold, dim, good: green, bad: red, open: yellow };
}
