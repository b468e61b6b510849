import type { Place } from '@tranche/core/result';
import { type Document, isMap, isScalar, type LineCounter } from 'yaml';

export type Path = readonly (string | number)[];

/** Finds where a field stands in the file. */
export class Places {
  private readonly document: Document;
  private readonly lines: LineCounter;
  private readonly file: string | undefined;

  constructor(document: Document, lines: LineCounter, file: string | undefined) {
    this.document = document;
    this.lines = lines;
    this.file = file;
  }

  /** Of a field's value, or of the nearest thing around it that is there. */
  of(path: Path): Place {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = length === 0 ? this.document.contents : this.document.getIn(path.slice(0, length), true);
      const start = rangeStart(node);
      if (start !== undefined) return this.at(start);
    }
    return this.at(0);
  }

  /** Of a field's name. */
  ofKey(path: Path, key: string): Place {
    const map = path.length === 0 ? this.document.contents : this.document.getIn(path, true);
    const pair = isMap(map)
      ? map.items.find((item) => isScalar(item.key) && item.key.value === key)
      : undefined;
    const start = rangeStart(pair?.key);
    return start === undefined ? this.of(path) : this.at(start);
  }

  at(offset: number): Place {
    const { line, col } = this.lines.linePos(offset);
    return {
      ...(this.file === undefined ? {} : { file: this.file }),
      line: Math.max(line, 1),
      column: Math.max(col, 1),
    };
  }
}

function rangeStart(node: unknown): number | undefined {
  const range = (node as { readonly range?: readonly number[] | null } | null | undefined)?.range;
  return range?.[0];
}

/** `statements[0].claim.issuer`. */
export const written = (path: Path): string =>
  path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : text === '' ? step : `${text}.${step}`),
    '',
  );
