import type { Attribution } from '@tranche/ledger/claim';
import { attributionIn } from '../hedge/index.ts';

/** Who vouches for what a paragraph says: the last voice its sentences name, looked for only when a claim asks. */
export class Voices {
  private line = -1;
  /** The sentences of the paragraph that were not looked into yet, in order. */
  private unheard: string[] = [];
  private voice: Attribution | undefined;

  hear(sentence: string, line: number): void {
    if (line !== this.line) {
      this.line = line;
      this.unheard = [];
      this.voice = undefined;
    }
    this.unheard.push(sentence);
  }

  /** The voice of this line, up to the sentence read last. */
  now(line: number): Attribution | undefined {
    if (line !== this.line) return undefined;
    for (let index = this.unheard.length - 1; index >= 0; index -= 1) {
      const voice = attributionIn(this.unheard[index] ?? '');
      if (voice === undefined) continue;
      this.voice = voice;
      break;
    }
    this.unheard = [];
    return this.voice;
  }
}
