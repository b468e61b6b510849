import type { LanguageData } from '../engine/language.ts';
import { money } from './money.ts';
import { names } from './names.ts';
import { saying } from './saying.ts';
import { times } from './times.ts';

export const fr: LanguageData = {
  code: 'fr',
  money,
  times,
  names,
  saying,
  attribution: {
    unnamedPeople: /sources? proches?|personne informée|sources concordantes/,
    partyStatement: /a annoncé|annonce|a indiqué|a déclaré/,
    hedges:
      /serait|aurait|pourrait|devrait|selon|d'après|vaudrait|viserait|environ|prévoit|compte(?= lever)/g,
  },
};
