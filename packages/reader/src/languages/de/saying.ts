import type { SayingWords } from '../engine/saying.ts';

const macros = {
  w: '(?:(?![,.;:!?])[^\\ue000-\\uebff]){0,30}?',
  v: '(?:(?![.;:!?])[^\\ue000-\\uebff]){0,70}?',
  raised:
    'eingesammelt|eingeworben|aufgenommen|erhalten|bekommen|abgeschlossen|unterzeichnet|gesichert|eingenommen|aufnehmen|einsammeln|einwerben|erhalten|besorgen|geschlossen|beschafft',
  raises:
    'sammelt(?:e)?|erhält|erhielt|bekommt|bekam|sichert(?:e)? sich|nimmt|nahm|wirbt|warb|holt(?:e)? sich|schließt|schloss|sucht|will|möchte|plant|hat|hatte|habe',
  round:
    '(?:Series|Serie)-?[ -]?[A-H]\\S*|\\p{Lu}?[\\p{L}-]*(?:[Ff]inanzierungs?(?:runde)?|[Rr]unde)|Kapitalerhöhung',
};

export const saying: SayingWords = {
  macros,
  rules: [
    {
      says: 'noise',
      pattern:
        '(?:Umsatz(?:es)?|Umsätze|Gewinn|Verlust(?:e)?|Erlös(?:e)?|Kosten|Strafe|Börsenwert|Marktkapitalisierung|Kaufpreis|spendete?|gespendet|fördert|Budget|Auftrag|Aufträge){v}{A:A}',
    },
    {
      says: 'noise',
      pattern: '(?:insgesamt|bislang|bisher) {w}{A:A}{w}(?:eingesammelt|erhalten)',
      total: true,
    },
    { says: 'noise', pattern: '{A:A} (?:ausgeben|Umsatz|Gewinn|Verlust|Strafe)' },
    { says: 'noise', pattern: 'steigert(?:e)?{v}{A:A}' },
    {
      says: 'valuation',
      pattern: '(?:Bewertung|Unternehmenswert|Firmenwert){v}{A:A}',
    },
    { says: 'valuation', pattern: '{P:issuer}{~~60}mit {A:A}{w}bewerte(?:n|t)' },
    { says: 'valuation', pattern: 'mit {A:A}{w}bewerte(?:n|t)' },
    { says: 'valuation', pattern: 'bewerte(?:n|t){~~50}mit {A:A}' },
    { says: 'valuation', pattern: '{A:A} wert(?!\\p{L})' },
    { says: 'valuation', pattern: 'zu einer Bewertung von {A:A}' },
    {
      says: 'tranche',
      pattern: '(?:erste|zweite|dritte|letzte|weitere)[nrs]? (?:Tranche|Rate|Teilzahlung|Auszahlung){w}{A:A}',
    },
    { says: 'tranche', pattern: '(?:[Aa]usbezahlt|[Aa]usgezahlt|[Üü]berwiesen){w}{A:A}' },
    { says: 'tranche', pattern: '(?:restlichen|verbleibenden|übrigen) {A:A}' },
    {
      says: 'round',
      pattern: '{P:with}{w}(?:Kreditvertrag|Darlehensvertrag|Kredit|Darlehen){w}{A:A}',
    },
    {
      says: 'round',
      pattern: '(?:gewährt|gibt|vergibt){w}{P:with}{w}(?:Kredit|Darlehen){w}{A:A}',
      status: 'agreed',
    },
    {
      says: 'round',
      pattern: '(?:Darlehen|Kredit(?:linie)?|Kreditvertrag|Wandeldarlehen|Anleihe) der {P:with}{w}{A:A}',
    },
    {
      says: 'round',
      pattern:
        '(?:Darlehen|Kredit(?:linie)?|Kreditvertrag|Wandeldarlehen|Anleihe|Zuschuss|Fördergeld|Fördermittel){w}{A:A}',
    },
    { says: 'round', pattern: '{A:A}{w}(?:Kredit|Darlehen|Fördermittel|Fördergeld|Wandeldarlehen)' },
    {
      says: 'investment',
      pattern: '{P:investor}(?: hat| hatte)?(?: sich)?{w}mit {A:A} an {P:issuer} beteilig',
    },
    {
      says: 'investment',
      pattern:
        '(?:hat|hatte|haben|hatten|will|wird) {P:investor}{w}{A:A} in {w}{P:issuer} (?:investier|gesteckt|stecken)',
    },
    {
      says: 'investment',
      pattern: '{P:investor}{v}{A:A} in {w}{P:issuer}{w}(?:investier|gesteckt|stecken)',
    },
    {
      says: 'investment',
      pattern: '{P:investor}{v}(?:investier(?:t|te|en)|steckt(?:e)?|zahlt(?:e)?){w}{A:A} in {w}{P:issuer}',
    },
    {
      says: 'investment',
      pattern: '{P:investor}{v}mit {A:A}{w}(?:einsteigen|beteiligen|beteiligt|eingestiegen|dabei)',
    },
    {
      says: 'investment',
      pattern: '{P:investor}{v}{A:A}{w}(?:beizusteuern|beisteuern|beitragen|einzubringen|bei(?=[,.]))',
    },
    { says: 'investment', pattern: '{P:investor}{w}(?:investiert(?:e)?|steuert(?:e)?|gibt|gab){w}{A:A}' },
    {
      says: 'round',
      pattern: '{P:issuer}{~~60}(?:{raises}){~~60}{A:A}{w}(?:von|vom|bei) {P:with}(?:{w}(?:{raised}))?',
    },
    { says: 'round', pattern: '(?:hat|hatte|hatten) {P:issuer}{v}{A:A}{~~70}(?:{raised})' },
    { says: 'round', pattern: '(?:hat|hatte|hatten) {P:issuer}{v}{A:A}' },
    { says: 'round', pattern: '{P:issuer}{~~60}(?:{raises}){~~60}{A:A}' },
    { says: 'round', pattern: '{P:issuer}{~~40}verhandel[tn]{~~50}{A:A}' },
    { says: 'round', pattern: '{P:issuer}{~~60}(?:spricht|sprechen|sucht){~~60}{A:A}' },
    { says: 'round', pattern: '(?:{round}){w}{A:A}' },
    { says: 'round', pattern: '{A:A}{v}(?:{raised})' },
    { says: 'round', pattern: '(?:flossen|fließen){w}{A:A}' },
    { says: 'round', pattern: '(?:sammelt(?:e)?|erhält|erhielt|bekommt|bekam){w}{A:A}' },
    { says: 'stake', pattern: '(?:An|an) {P:issuer} (?:hält|halten|hielt) {P:holder}{w}{%:X}' },
    {
      says: 'stake',
      pattern:
        '{P:holder}{v}(?:hält|halten|besitzt|besitzen|kommt auf|kommen auf|mit einem Anteil von|gehören){w}{%:X}',
    },
    { says: 'stake', pattern: '(?:Gründer(?:innen|familie)?|Belegschaft|Management){w}{%:X}' },
    { says: 'stake', pattern: '(?:hält|halten|besitzt){w}{%:X}' },
    { says: 'lead', pattern: '[Aa]ngeführt (?:wird|wurde|werden){w} (?:von|durch) {w}{P:lead}' },
    { says: 'lead', pattern: '(?:von|durch) {P:lead} (?:angeführt|geleitet|geführt)' },
    { says: 'lead', pattern: '(?:angeführt|geleitet) (?:von|durch) {w}{P:lead}' },
    { says: 'lead', pattern: 'unter (?:der )?(?:Führung|Leitung) (?:von|der|des) {w}{P:lead}' },
    { says: 'lead', pattern: '{P:lead} (?:führt(?:e)?|leitet(?:e)?){w}(?:Runde|Finanzierung)' },
    { says: 'lead', pattern: '(?:führte|führt) {P:lead}{w}(?:Runde|Finanzierung)' },
    {
      says: 'lead',
      pattern:
        '(?:Führender Investor|Lead-?[Ii]nvestor(?:in)?|Hauptinvestor(?:in)?)(?: der Runde)?{w}(?:ist|war|sind) {P:lead}',
    },
    { says: 'participant', pattern: 'beteilig(?:en|t|ten|te) sich{w}{P:with}' },
    { says: 'participant', pattern: '{A}{w}(?:von|vom) {P:with}' },
    { says: 'participant', pattern: '{P:with}{w}beteilig(?:en|t|ten|te) sich' },
    {
      says: 'participant',
      pattern:
        '(?:steigen|stiegen|steigt|machen|macht|ziehen|zogen|gehen|gingen|sind|waren){w}{P:with} (?:ebenfalls |neu |auch )*(?:ein|mit|dabei)',
    },
    {
      says: 'participant',
      pattern:
        '{P:with} (?:steigen|stiegen|steigt|machen|macht|ziehen|zogen|gehen|gingen) (?:ebenfalls |neu |auch )*(?:ein|mit)',
    },
    { says: 'talks_with', pattern: 'Zu den Interessenten {w}{P:with}' },
    {
      says: 'talks_with',
      pattern: '{P:with}{w}(?:interessiert|(?:will|wollen) (?:sich beteiligen|einsteigen))',
    },
    {
      says: 'no_external_funding',
      pattern:
        '{P:issuer}{v}(?:nie|niemals|kein|keine|bislang ohne|ohne) {w}(?:externes? (?:Kapital|Geld)|Fremdinvestoren|externe[nr]? Investoren|Wagniskapital(?!gebern aus))',
    },
  ],
  status: [
    ['abandoned', /gescheitert|abgesagt|aufgegeben|geplatzt|zurückgezogen/],
    ['rumoured', /Gerücht|soll angeblich|angeblich|Spekulation/],
    ['in_talks', /verhandel|Gespräch|spricht mit|sprechen mit|sucht/],
    ['agreed', /unterzeichne|verpflichtet|zugesagt|vereinbart|zugesichert|fällig|abgerufen/],
    [
      'planned',
      /(?<!\p{L})will(?!\p{L})|wollen|plant|planen|geplant|könnte|soll(?!\p{L}|en sich)|voraussichtlich|möchte|beabsichtigt|werde(?!n)|dürfte|(?<!\p{L})wird(?= (?:noch|voraussichtlich))|stecken/u,
    ],
  ],
  done: /(?:hat|hatte|haben|hatten)(?!\p{L})|eingesammelt|abgeschlossen|erhalten|flossen|wurde(?!\p{L})|erhält|bekommt|führte|lag|stieg|liegt/u,
  pre: /vor der (?:Runde|Finanzierung)|vor dem Einstieg|Pre-Money|ohne das (?:neue|frische) (?:Geld|Kapital)/i,
  post: /nach der (?:Runde|Finanzierung)|einschließlich des (?:neuen|frischen)|inklusive des (?:neuen|frischen)|Post-Money|nach Abschluss/i,
  stages: [
    [/Pre-Seed/gi, () => 'pre-seed'],
    [/Seri(?:es|e)[ -]([A-H]\d?)(?!\p{L})/gu, (match) => `Series ${match[1]}`],
    [/(?<!\p{L}|-)Seed(?=[ -]|$)/gu, () => 'seed'],
  ],
  instruments: [
    [/Wandeldarlehen|Wandelanleihe/, 'convertible notes', 'primary'],
    [/Kreditlinie|Kreditvertrag/, 'credit facility', 'debt'],
    [/Anleihe/, 'bonds', 'debt'],
    [/Darlehen|Kredit(?!e an)/, 'loan', 'debt'],
    [/Zuschuss|Fördermittel|Fördergeld/, 'grant', 'grant'],
    [/Börsengang|IPO/, 'IPO', 'primary'],
    [/Eigenkapital/, 'equity', 'primary'],
  ],
  background: /bereits|zuvor|zuletzt|früher|im Vorjahr|Damals|hatte/,
  back: /[Dd]amals|seinerzeit|dabei/,
  announced: /mitteilt|mitgeteilt|bekannt|gab|teilte|meldete|verkündet/,
  denial: /zurückgewiesen|dementier|bestritt|bestreitet|wies .{0,60}zurück|weist .{0,60}zurück/,
  denialOfLast: /^"?(?:Das|Dies) (?:ist|sei|stimmt) (?:falsch|nicht)|^"?Daran ist nichts/,
  clauseBreak: /[,;.]| und (?=[\ue000-\ue3ff] )/g,
  holders: /(?<n>Gründerinnen|Gründerfamilie|Gründer|Belegschaft|Management)/,
  columns: {
    issuer: /^(?:Unternehmen|Firma|Start-?up|Name)/i,
    amount: /Summe|Betrag|Volumen/i,
    stage: /Runde|Phase/i,
    lead: /Lead/i,
    participants: /Investor|Geldgeber/i,
    valuation: /Bewertung/i,
    date: /Datum/i,
  },
};
