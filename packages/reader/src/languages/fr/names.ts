import { localParty } from '../engine/gazetteer.ts';
import type { NameWords } from '../engine/names.ts';

const W = "\\p{Lu}[\\p{L}\\d&'-]*";
const N = `(?:a16z|${W})(?: (?:&|${W}))*`;
const spot = (source: string): RegExp => new RegExp(source, 'gu');

const LEADING =
  /^(?:(?:L'|D'|S'|Qu'|C'|J'|N'|l'|d')|(?:La|Le|Les|Un|Une|Des|Du|De|Au|Aux|En|Cet|Cette|Ce|Ces|Son|Sa|Ses|Il|Elle|Ils|Elles|Selon|Avec|Par|Pour|Dans|Sur|Mais|Et|Enfin|Fondée?|Déjà|Contactée?|Deux|Trois|Cinq|Après|Avant|Depuis|Lors|À|Puis|Si|Ainsi|Reste|Jusqu'ici|Aujourd'hui|Levées?|D'après) )+/u;
const COMMON =
  /^(?:L[ae]s?|Une?|Des|Du|De|Au|Aux|En|Cet(?:te)?|Ces?|Son|Sa|Ses|Ils?|Elles?|Selon|Avec|Par|Pour|Dans|Sur|Mais|Et|Enfin|Fondée?|Déjà|Contactée?|Deux|Trois|Quatre|Cinq|Six|Après|Avant|Depuis|Lors|À|Puis|Si|Ainsi|Reste|Les|Levées?|Doctolib'|M€|Md€|Mds€|CEO|PDG|IPO|IA|État|Etat|France|Europe|Paris|Lyon|Nantes|Grenoble|Brest|Lille|Bordeaux|Toulouse|Marseille|Dunkerque|Aberdeen|Dakar|Abidjan|Bruxelles|Londres|Berlin|Afrique|Ouest|Cette|Contacté|Temps|Société|Banque|Groupe|Fonds|Le Goff|C'est|S'y|Jusqu'ici|Jusqu'|Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche|États-Unis|Suisse|Allemagne|Levée|France 2030|La Lettre Tech|Aujourd'hui)$/u;

function clean(raw: string): string | undefined {
  if (localParty.of(raw, 'fr') !== undefined) return raw;
  const name = raw
    .replace(LEADING, '')
    .replace(/['.-]+$/, '')
    .trim();
  if (localParty.of(name, 'fr') !== undefined) return name;
  if (name.length < 2 || !/^(?:\p{Lu}|a16z)/u.test(name) || COMMON.test(name) || COMMON.test(raw))
    return undefined;
  return name;
}

export const names: NameWords = {
  spots: [
    spot(
      `(?<=[\\p{Ll}\\d,:»"'(–-] ?(?:[dl]')?)(?<!(?:déclaré|déclare|explique|souligne|fondée? par|assure|résume|bureau à|usine de|basée? à|tour de|(?<!\\p{L})à) )(?<n>${N})(?!,? (?:directeur|directrice|cofondat|fondat|PDG|président|patron))`,
    ),
    spot(
      `(?:^|[.!?] |– )(?:(?:La|Le|L'|Les) ?)?(?<n>${N})(?=,? (?:a|ont|annonce|lève|boucle|vient|est|investit|serait|prévoit|compte|se|qui|obtient|sécurise|confirme|de son côté|et|complètent|finance|valorisé|dément|détient|revendique|n'a)(?!\\p{L}))`,
    ),
    spot(
      `(?:^|[.] )(?<n>${N})(?=, (?:de son côté|société|qui|spécialis|son premier|déjà|éditeur|l'éditeur))`,
    ),
    spot(`^[-•*–] ?(?<n>${N})(?= ?\\([^)]{1,60}\\) ?:| ?:)`),
    spot(`(?:^|[.] )(?<n>${N}) (?=et (?:le|la|l'|${N}))`),
    spot(`\\u0001(?<n>[^\\u0001]+)\\u0001`),
  ],
  split: /(?!)/,
  clean,
  spaced: true,
  anaphors:
    /(?<!\p{L})(?:[Ll]a société|[Ll]a start-up|[Ll]a jeune pousse|[Ll]'entreprise|[Ll]a fintech|[Ee]lle(?= (?:a|avait|vise|prévoit)))(?! (?:\p{Lu}|brestoise|parisienne|grenobloise|nantaise|lyonnaise|[a-zé]+aise?|[a-zé]+oise))(?!\p{L})/gu,
  joint:
    ",? (?:et|ainsi que|puis)(?: aussi)? (?:(?:d[eu]|des|l[ea]s?|de la|de l'|l'|d')? ?){0,2}(?:[\\p{Ll}-]+(?: [\\p{Ll}-]+){0,2} )?|, (?:(?:d[eu]|des|l[ea]s?|de la|de l'|l'|d')? ?){0,2}(?:(?!avec )[\\p{Ll}-]+ )?",
  aside:
    ',? (?:au travers|à travers|via|par le biais)(?: (?:du|de|de son|des))?(?: fonds)? {P},?(?= (?:ont|a)(?!\\p{L}))',
  investorLike:
    /(?:Capital|Ventures?|Partners|Fonds|fonds|Banque|Growth|Invest|Management|Equity|Innovations|Venture)$|^(?:Banque|Fonds|fonds)/u,
};
