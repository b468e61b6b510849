import { referenceAt } from '../html/entities.ts';
import { RunList } from '../run-list.ts';

/** A value with its escapes undone, and which characters of the source it stands for. */
export interface Unescaped {
  readonly text: string;
  readonly runs: RunList;
}

class Builder {
  readonly runs = new RunList();
  private readonly parts: string[] = [];
  private length = 0;

  constructor(private readonly source: string) {}

  copy(from: number, to: number): void {
    if (to <= from) return;
    this.parts.push(this.source.slice(from, to));
    this.runs.push(this.length, to - from, from, 1);
    this.length += to - from;
  }

  put(text: string, at: number, length: number): void {
    this.parts.push(text);
    this.runs.pushWhole(this.length, text.length, at, length);
    this.length += text.length;
  }

  get done(): Unescaped {
    return { text: this.parts.join(''), runs: this.runs };
  }
}

const XML = /<!\[CDATA\[|<!--|&/g;

/** The content of an XML element as text: character data and references undone, comments left out; tags stay. */
export function fromXml(source: string, start: number, end: number): Unescaped {
  const out = new Builder(source);
  const content = source.slice(start, end);
  let from = 0;
  XML.lastIndex = 0;
  for (let found = XML.exec(content); found !== null; found = XML.exec(content)) {
    const at = found.index;
    out.copy(start + from, start + at);
    if (found[0] === '&') {
      const { text, length } = referenceAt(content, at) ?? { text: '&', length: 1 };
      out.put(text, start + at, length);
      from = at + length;
    } else {
      const isData = found[0] !== '<!--';
      const stop = content.indexOf(isData ? ']]>' : '-->', at + found[0].length);
      const until = stop < 0 ? content.length : stop;
      if (isData) out.copy(start + at + found[0].length, start + until);
      from = stop < 0 ? content.length : stop + 3;
    }
    XML.lastIndex = from;
  }
  out.copy(start + from, end);
  return out.done;
}

/** An XML element whose content is markup itself: as it stands. */
export function asItStands(source: string, start: number, end: number): Unescaped {
  const out = new Builder(source);
  out.copy(start, end);
  return out.done;
}

const JSON_ESCAPE = /\\(?:u[0-9a-fA-F]{4}|[\s\S])/g;
const LETTERS: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

/** A JSON string, from after its opening quote to its closing one. */
export function fromJson(source: string, start: number, end: number): Unescaped {
  const out = new Builder(source);
  let from = start;
  for (const found of source.slice(start, end).matchAll(JSON_ESCAPE)) {
    const [written] = found;
    const at = start + found.index;
    const code = written[1] ?? '';
    const letter =
      code === 'u' ? String.fromCharCode(Number.parseInt(written.slice(2), 16)) : (LETTERS[code] ?? code);
    out.copy(from, at);
    out.put(letter, at, written.length);
    from = at + written.length;
  }
  out.copy(from, end);
  return out.done;
}
