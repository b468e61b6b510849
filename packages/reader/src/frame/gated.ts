import { meets, type Need, needsOf } from './needs.ts';
import { lowered, regexTree } from './regex-tree.ts';
import { askLater, type WordSet } from './word-set.ts';

/** A regular expression that is tried only on texts that hold the words it needs. */
export class Gated {
  private need: Need = { all: [], any: [] };

  constructor(private readonly regex: RegExp) {
    askLater(() => {
      this.need = needsOf(regexTree(lowered(regex.source)), undefined).need;
    });
  }

  /** `words` are those of the text, or of a longer one that holds it. */
  exec(text: string, words: WordSet): RegExpExecArray | null {
    return meets(words, this.need) ? this.regex.exec(text) : null;
  }
}
