import type { Source } from '../source/index.ts';
import { BandTable } from './band-table.ts';
import { type SharePercent, type Story, sameStory, storyOf } from './same-story.ts';
import { type Sketch, sketchOf } from './sketch.ts';

/** A text that tells the same story as another, and how much they share. */
export interface Likeness {
  readonly source: Source;
  readonly sharePercent: SharePercent;
}

/** Sources whose words are the same. */
interface Telling {
  /** In order of publication. */
  readonly sources: Source[];
  /** Tellings of the same story in other words, by number. */
  readonly like: Map<number, SharePercent>;
}

/**
 * Which sources tell the same story. Each is compared with those alone that MinHash finds, so that adding one takes
 * time by its own length and by how many copies it has. The order in which sources are added does not matter, and what
 * a source copies depends on nothing published after it.
 */
export class StoryIndex {
  private readonly bands = new BandTable();
  private readonly tellings: Telling[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly numberOf = new Map<string, number>();

  /** Gives the sources that may now copy this one: those published after it that tell its story. */
  add(source: Source): readonly Source[] {
    const sketch = sketchFor(source);
    if (sketch === undefined || this.numberOf.has(source.id)) return [];
    const number = this.numbers.get(sketch.words) ?? this.newTelling(source, sketch);
    insert((this.tellings[number] as Telling).sources, source);
    this.numberOf.set(source.id, number);
    return this.around(number).flatMap(([, { sources }]) =>
      sources.slice(sources.findLastIndex((other) => inOrder(other, source) <= 0) + 1),
    );
  }

  /** The earliest source that this one repeats; undefined when nothing published before it tells its story. */
  copied(source: Source): Likeness | undefined {
    const number = this.numberOf.get(source.id);
    if (number === undefined) return undefined;
    const earlier = this.around(number).flatMap(([other, { sources }]): readonly Likeness[] => {
      const [first] = sources;
      if (first === undefined || inOrder(first, source) >= 0) return [];
      return [{ source: first, sharePercent: this.shareOf(number, other) }];
    });
    return earlier.sort((one, other) => inOrder(one.source, other.source))[0];
  }

  /** Where the story comes from as far as the sources show: what a source copies, and what that copies, to the first. */
  first(source: Source): Source {
    let first = source;
    for (let next = this.copied(first); next !== undefined; next = this.copied(first)) first = next.source;
    return first;
  }

  /** Every other source that tells the story of a text, which need not be a source itself; in order of publication. */
  like(text: string): readonly Likeness[] {
    const sketch = sketchOf(text);
    if (sketch === undefined) return [];
    const story = storyOf(text);
    const own = this.numbers.get(sketch.words);
    const found = this.bands.alike(sketch.keys).flatMap((number): readonly Likeness[] => {
      const { sources } = this.tellings[number] as Telling;
      const share = number === own ? 100 : sameStory(story, storyOf((sources[0] as Source).text));
      return share === undefined ? [] : sources.map((source) => ({ source, sharePercent: share }));
    });
    return found.sort((one, other) => inOrder(one.source, other.source));
  }

  private newTelling(source: Source, sketch: Sketch): number {
    const found = this.bands.alike(sketch.keys);
    const story = found.length === 0 ? undefined : storyOf(source.text);
    const number = this.bands.add(sketch.keys);
    const telling: Telling = { sources: [], like: new Map() };
    for (const other of found) {
      const share = this.compared(story as Story, other);
      if (share === undefined) continue;
      telling.like.set(other, share);
      this.tellings[other]?.like.set(number, share);
    }
    this.tellings.push(telling);
    this.numbers.set(sketch.words, number);
    return number;
  }

  private compared(story: Story, other: number): SharePercent | undefined {
    return sameStory(story, storyOf((this.tellings[other]?.sources[0] as Source).text));
  }

  /** A telling and those like it. */
  private around(number: number): readonly (readonly [number: number, telling: Telling])[] {
    const telling = this.tellings[number] as Telling;
    return [number, ...telling.like.keys()].map((one) => [one, this.tellings[one] as Telling]);
  }

  private shareOf(one: number, other: number): SharePercent {
    return one === other ? 100 : (this.tellings[one]?.like.get(other) ?? 0);
  }
}

/** A ledger is read anew now and then, its sources being the same. */
const sketches = new WeakMap<Source, { readonly sketch: Sketch | undefined }>();

function sketchFor(source: Source): Sketch | undefined {
  const known = sketches.get(source) ?? { sketch: sketchOf(source.text) };
  sketches.set(source, known);
  return known.sketch;
}

/** Sources mostly come in order. */
function insert(sources: Source[], source: Source): void {
  let at = sources.length;
  while (at > 0 && inOrder(source, sources[at - 1] as Source) < 0) at -= 1;
  sources.splice(at, 0, source);
}

/** By publication, those without a day last; then by id. */
function inOrder(one: Source, other: Source): number {
  return compare(one.published ?? '~', other.published ?? '~') || compare(one.id, other.id);
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
