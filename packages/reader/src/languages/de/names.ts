import { localParty } from '../engine/gazetteer.ts';
import type { NameWords } from '../engine/names.ts';

const W = "\\p{Lu}[\\p{L}\\d&.'-]*";
const N = `(?:${W})(?: (?:&|${W}|\\p{Lu}\\d?))*`;
const ITEM = `(?:(?:de[rnm]|die|das|dem|vom|von|sowie|auch|zudem|bestehende[rn]?|bisherige[rn]?) ){0,3}(?:\\p{Ll}[\\p{L}-]+ ){0,2}${N}`;
const LIST = `${ITEM}(?:,? (?:und|sowie) ${ITEM}|, ${ITEM}){0,12}`;
const NOUN =
  '(?:Start-?up|Unternehmen|Firma|Fintech|Biotech|Hersteller|Anbieter|Dienst|Investor(?:en)?|\\p{Lu}[\\p{L}-]*(?:start-up|Start-up|unternehmen|firma|hersteller|anbieter|dienst|vermieter|händler|zulieferer|konzern|spezialist|entwickler|gesellschaft|fonds|investoren|aktionäre|angel|gesellschafter))';
const VERB =
  '(?:hat|hatte|habe|haben|erhält|erhielt|bekommt|bekam|sammelt|sammelte|will|verhandelt|plant|sichert|sucht|entwickelt|wurde|wird|zählt|erwartet|vermittelt|meldet|beschäftigt|lehnt|lehnten|schrieb|hält|halten|kommt|führt|führte|beteiligt|investiert|investierte|steigt|stieg|gewährt|macht|machen|baut|ist|sei|nimmt|schließt|und die \\p{Lu}|bestätigte)';

const spot = (source: string): RegExp => new RegExp(source, 'gu');
const START = '(?<![\\p{L}\\d-])';

const LEADING =
  /^(?:(?:Die|Der|Das|Den|Dem|Des|die|der|das|den|dem|des|ein|eine|einem|einen|von|vom|sowie|und|auch|zudem|bei|bereits|Bereits|Damals|Auch|Zudem|An|Im|In|Mit|Nach|Vor|Ein|Eine|Als|Zu|Für|Seit|Sie|Er|Es|Auf|Außerdem|Deals?|Insider:?|Wiener|Berliner|Münchner|Kölner|Hamburger|Basler|Zürcher) |(?:\p{Ll}[\p{L}-]+ )+)+/u;
const DESCRIBED = new RegExp(`^.*?(?<!\\p{L})${NOUN}s? (?=\\p{Lu})`, 'u');
const LEGAL = / (?:GmbH|AG|SE|KG|UG|GmbH & Co|Inc|Ltd)\.?$/u;
/** Nouns of financing and everyday ones; with them the endings that make nouns. */
const COMMON =
  /^(?:(?:An|Aus|Auf|Ein|Ge|Be|Über)\p{Ll}+t|Führender|Einer|Zuletzt|Investmentfirma|Zur|Gerüchte|Das|Der|Die|Den|Dem|Des|Ein|Eine|Sie|Er|Es|Zur|Zum|Zudem|Auch|Außerdem|Damals|Darüber|Dazu|Bereits|Unter|Wie|Wer|Nach|Vor|Mit|Im|In|An|Am|Auf|Bei|Als|Für|Seit|Insider|Euro|Dollar|Franken|Millionen|Milliarden?|Mio|Mrd|Tsd|Prozent|Runde|Seed|Series|Serie|Anteil(?:e|s|en)?|Kapital|Eigenkapital|Geld|Geldgeber|Investor(?:en)?|Altinvestoren|Gründer(?:in)?|Gründerfamilie|Umsatz|Gewinn|Verlust|Jahr|Monat|Quartal|Kunden|Mitarbeiter|Betriebe|Unternehmen|Firma|Start-?up|Kredit|Kreditlinie|Darlehen|Tranche|Bewertung|Angaben|Business|Angels?|Business-Angels?|Pre-Seed|Fonds|Bank|Banken|Staatsfonds|USA|Europa|Deutschland|Österreich|Schweiz|Berlin|München|Köln|Hamburg|Basel|Wien|Zürich|Leipzig|Augsburg|Sachsen|Bund|Insidern|Personen|Sache|Einstieg|Finanzkreisen|Beteiligten|Wagniskapitalgebern?|Künstliche|Land|Viertel|Benchmark|Addition|Apollo|Sprecher|Einigung|Berichte|Woche|Patient|Studie|Teil|Summe|Interessenten|Konzern|Partner|Nachrichtenagentur|APA|Beobachtern|Unternehmenskreisen|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Frühjahr|Sommer|Herbst|Winter|Ende|Anfang|Mitte|CEO|Q[1-4]|Stellungnahme|Börsengang|Bürgschaft|Deals?|Crowdfunding|Schritten|Abschluss|Finanzchefin|Geschäftsführer(?:in)?|Firmengründer|Vorjahr)$|(?:firma|gründer|gründerin|ung|ungen|heit|keit|schaft|tion|tionen|ismus|tät|nis|ierung|runde|kreisen|geber|gebern|anteil|betrag|summe|kosten|zahlen|preis|markt|kapital|kredit|vertrag|gesetz|jahr)$/u;

function clean(raw: string): string | undefined {
  if (localParty.of(raw, 'de') !== undefined && !COMMON.test(raw)) return raw;
  const name = raw
    .replace(LEADING, '')
    .replace(DESCRIBED, '')
    .replace(LEADING, '')
    .replace(LEGAL, '')
    .replace(/[.'-]+$/, '')
    .trim();
  if (localParty.of(name, 'de') !== undefined && !COMMON.test(name)) return name;
  if (name.length < 2 || !/^\p{Lu}|^\p{Ll}\p{Lu}/u.test(name) || COMMON.test(name)) return undefined;
  if (name.split(' ').every((word) => COMMON.test(word))) return undefined;
  return name;
}

export const names: NameWords = {
  spots: [
    spot(`${START}${NOUN} (?<n>${N})`),
    spot(
      `(?:^|[.,:;"] |, )(?:(?:Die|Der|Das|die|der|das|[Dd]as (?:\\p{Lu}\\p{L}+er )?) ?)?(?<n>${N})(?: und die ${N})?(?=,? ${VERB}(?!\\p{L}))`,
    ),
    spot(
      `(?:angeführt|geleitet|geführt|angeführt wird die Runde|unter (?:der )?Führung)(?: wurde[n]?| wird| die)?(?: (?:die|diese) (?:Runde|Series \\p{Lu}|Serie \\p{Lu}|Finanzierung))? (?:von|durch) (?<n>${LIST})`,
    ),
    spot(`(?:Angeführt|Geleitet) (?:wird|wurde) die (?:Runde|[^.,]{3,24}) von (?<n>${LIST})`),
    spot(
      `${START}(?:von|vom|durch) (?<n>${LIST})(?= (?:eingesammelt|erhalten|angeführt|bekommen|aufgenommen|eingeworben|geführt)|[,.;]|$)`,
    ),
    spot(`${START}beteilig(?:en|t|ten|te) sich (?:auch |zudem |außerdem |daneben )?(?<n>${LIST})`),
    spot(
      `(?:Investoren|Geldgeber[n]?|Altinvestoren|Aktionäre|Gesellschafter)(?: wie| sind|:)? (?<n>${LIST})(?: (?:beteiligten|beteiligen|zogen|ziehen|machen|gehen|stiegen))?`,
    ),
    spot(
      `(?:stiegen|steigen|machen|machten|ziehen|zogen|gingen|gehen)(?: auch| neu| zudem)? (?<n>${LIST}) (?:neu )?(?:ein|mit)`,
    ),
    spot(
      `(?:Führender Investor|Lead-?[Ii]nvestor(?:in)?|Hauptinvestor(?:in)?)(?: der Runde)? (?:ist|war) (?<n>${N})`,
    ),
    spot(`(?:mit|bei) (?:de[rm]|die) (?<n>${LIST}) (?:einen?|über)`),
    spot(
      `(?:in|bei|An|an) (?:das |die |den |der )?(?:\\p{Lu}[\\p{L}-]*[Ss]tart-up |\\p{Lu}[\\p{L}-]*firma )?(?<n>${N}) (?:investiert|beteiligt|hält|stecken|einsteigen|eingestiegen)`,
    ),
    spot(
      `${START}(?<n>${N})(?= (?:führte?|hält|halte|kommt auf|hatte sich|beteiligt sich|hatte|werde|habe sich|wurde|mit einem Anteil|verhandelt|einsteigt))`,
    ),
    spot(`(?:sowie|und) (?:die |der )?(?<n>${N}) (?:beteiligten|beteiligen)`),
    spot(`(?:ist|war) (?<n>${N})(?=,| mit einem)`),
    spot(`(?:der|den|dem|Der) (?<n>\\p{Ll}+(?:ische|ischer|ischen) (?:Staatsfonds|Pensionsfonds))`),
    spot(`gewährt die (?<n>${N}(?: \\p{Lu}\\p{L}+)*)`),
    spot(`\\u0001(?<n>[^\\u0001]+)\\u0001`),
    spot(`: (?<n>${N}): `),
    spot(`(?:GmbH|AG) (?<n>(?!))`),
    spot(`${START}(?<n>${N}) (?:GmbH|AG|SE)(?!\\p{L})`),
  ],
  split: /, | und | sowie | & (?=\p{Lu}\p{L}+ (?:Ventures|Capital)$)/u,
  clean,
  spaced: true,
  anaphors:
    /(?<!\p{L})(?:(?:[Dd]as|[Dd]em|[Dd]es) Unternehmens?|[Dd]ie Firma|[Dd]er Firma|[Dd]as Start-up|[Dd]ie Gesellschaft|Sie(?= (?:erhält|hat|bekommt|will)))(?![\p{L}-])/gu,
  joint:
    ',? (?:und|sowie)(?: auch)? (?:(?:de[rnm]|die|das|vom|von) )?(?:[\\p{Ll}-]+ ){0,2}(?:\\p{Lu}[\\p{L}-]+ )?|, (?:(?:de[rnm]|die|das|vom|von) )?(?:\\p{Lu}[\\p{L}-]+(?:fonds|[Aa]ngel) )?',
  investorLike:
    /(?:Capital|Ventures?|Partners|Fonds|fonds|Bank|Growth|Invest|Holdings|Management|Equity|Angels?)$/u,
};
