import type { LanguageData } from '../engine/language.ts';
import { money } from './money.ts';
import { names } from './names.ts';
import { saying } from './saying.ts';
import { times } from './times.ts';

export const de: LanguageData = {
  code: 'de',
  money,
  times,
  names,
  saying,
  attribution: {
    unnamedPeople: /Insider|vertraute Personen?|Finanzkreisen|Unternehmenskreisen|Beobachtern/,
    partyStatement:
      /mitteilt|teilte .{0,20}mit|bekannt gab|nach (?:eigenen )?Angaben|Nach Angaben des Unternehmens/,
    hedges:
      /voraussichtlich|könnte|soll(?!\p{L})|dürfte|angeblich|offenbar|den Insidern zufolge|will(?!\p{L})|geplant/gu,
  },
};
