import type { SayingWords } from '../engine/saying.ts';

const macros = {
  w: '(?:(?![,.;:!?])[^\\ue000-\\uebff]){0,34}?',
  v: '(?:(?![.;:!?])[^\\ue000-\\uebff]){0,70}?',
  raise:
    'l[eè]v(?:e|é|er|ée|ait|ent)|récolt(?:e|é|er)|boucl(?:e|é|er)|rassembl(?:e|é|er)|obt(?:ient|enu|enir)|collect(?:e|é|er)|réalis(?:e|é|er)|sécuris(?:e|é|er)|annonc(?:e|é|er)|réun(?:it|i|ir)|décroch(?:e|é|er)|trouv(?:e|é|er)|emprunt(?:e|é|er)|clôtur(?:e|é|er)',
  round:
    'levée de fonds|tour de table|tour de financement|tour|financement|augmentation de capital|opération|série [A-H]|amorçage',
  led: 'co-?men(?:ée?s?|er)|men(?:ée?s?|er)|conduit(?:e|es)?|pilotée?s?|dirigée?s?|emmenée?s?',
  art: "(?:(?:l[ea]s?|l'|d[eu]|des|un|une|de la|de l'|d') ?)*",
};

export const saying: SayingWords = {
  macros,
  rules: [
    {
      says: 'noise',
      pattern:
        "(?:chiffre d'affaires|revenus?|bénéfices?|résultat net|pertes?|dividendes?|amende|chèque|budget|capitalisation boursière|coûts?|contrat){v}{A:A}",
    },
    { says: 'noise', pattern: '{A:A}{w}(?:avaient été levés|ont été levés)' },
    { says: 'noise', pattern: 'consacrer(?:a|ait)?{v}{A:A}' },
    { says: 'noise', pattern: '{A:A} par (?:mois|an)' },
    { says: 'valuation', pattern: 'valorisation{v}{A:A}' },
    { says: 'valuation', pattern: 'valorise {P:issuer}{w}{A:A}' },
    { says: 'valuation', pattern: 'valoris(?:e|ée?|ant|er){v}{A:A}' },
    { says: 'valuation', pattern: '{P:issuer} (?:vaut|vaudrait){w}{A:A}' },
    { says: 'valuation', pattern: '(?:vaut|vaudrait){w}{A:A}' },
    {
      says: 'tranche',
      pattern: '(?:première|deuxième|seconde|dernière|autre) (?:tranche|versement|échéance){w}{A:A}',
    },
    { says: 'tranche', pattern: 'premier versement{w}{A:A}' },
    { says: 'tranche', pattern: '{A:A}{w}restants' },
    { says: 'tranche', pattern: '(?:solde|reste){w}{A:A}' },
    {
      says: 'round',
      pattern:
        '(?:prêt|emprunt|dette|ligne de crédit|crédit|obligations){w}{A:A}{w}(?:de |auprès de |que |par ){art}{P:with}',
    },
    {
      says: 'round',
      pattern:
        '(?:signé|conclu|souscrit) avec {P:with}{w}(?:prêt|emprunt|dette|ligne de crédit|crédit){w}{A:A}',
    },
    { says: 'round', pattern: '(?:prêt|emprunt|dette|ligne de crédit|crédit|obligations){w}{A:A}' },
    { says: 'round', pattern: '(?:subventions?|aides? publiques?){w}{A:A}' },
    { says: 'round', pattern: '{A:A} (?:de|en) (?:subventions?|prêts?|dettes?|obligations)' },
    {
      says: 'investment',
      pattern:
        '{P:investor}{v}(?:investi(?:t|ra|rait|r)?|injecte(?:ra|r)?|apporte(?:ra|r)?){w}{A:A} (?:dans|chez|à) {art}{P:issuer}',
    },
    {
      says: 'investment',
      pattern:
        '{P:investor}{v}(?:investi(?:t|ra|rait|r)?|injecte(?:ra|r)?|injecté|apporte(?:ra|r)?|apporté|contribuer?){w}{A:A}',
    },
    {
      says: 'round',
      pattern: '{P:issuer}{~~90}(?:{raise}){v}{A:A}',
    },
    { says: 'round', pattern: '(?:{raise}){v}{A:A}' },
    { says: 'round', pattern: '(?:{round}){w}{A:A}' },
    { says: 'round', pattern: '^[^\\ue000-\\uf3ff]{0,3}{P:issuer} ?: {A:A}' },
    { says: 'round', pattern: '{A:A} (?:en|dans le cadre) {w}(?:série|amorçage|pré-amorçage|capital)' },
    {
      says: 'stake',
      pattern:
        "{P:holder}{v}(?:détien(?:t|nent|dra|drait)|possèd(?:e|ent)|contrôle|conserve){w}{%:X}(?: (?:du capital |des parts |des actions )?(?:de |d'){P:issuer})?",
    },
    {
      says: 'stake',
      pattern:
        "(?:détien(?:t|nent|dra|drait)|possèd(?:e|ent)|contrôle|conserve){w}{%:X}(?: (?:du capital |des parts |des actions )?(?:de |d'){P:issuer})?",
    },
    { says: 'stake', pattern: '(?:fondateurs|salariés|dirigeants){w}{%:X}' },
    { says: 'lead', pattern: '(?:{led}){w}(?:par|de) {art}(?:[\\p{Ll}-]+ )*{P:lead}' },
    {
      says: 'lead',
      pattern:
        "{P:lead} (?:ont|a|menait|mène|mènent|menaient|conduit)(?: conjointement)?{w}(?:mené|co-mené|conduit|piloté|le tour|l'opération|la levée)",
    },
    { says: 'lead', pattern: "(?:sous la houlette|à l'initiative|sous la conduite) (?:de |d'){art}{P:lead}" },
    {
      says: 'participant',
      pattern: "avec la participation (?:de |du |d'|des ){art}(?:[\\p{Ll}-]+ )*{P:with}",
    },
    { says: 'participant', pattern: "auprès (?:de |du |d'|des ){art}(?:[\\p{Ll}-]+ )*{P:with}" },
    {
      says: 'participant',
      pattern:
        '{P:with}{~60}(?:particip(?:e|ent|é|aient)|complètent|complète|accompagnent|rejoignent|suivent|souscri)',
    },
    { says: 'participant', pattern: 'souscrit(?:e|es)? par {art}{P:with}' },
    { says: 'participant', pattern: "(?:{led}) par {P},? (?:avec|aux côtés de|aux côtés d') ?{art}{P:with}" },
    { says: 'participant', pattern: "aux côtés (?:de |d'){art}[^,.;]{0,20}?via {P:with}" },
    { says: 'participant', pattern: '(?:investisseurs|actionnaires) (?:existants|historiques) {P:with}' },
    { says: 'participant', pattern: '(?:tour|levée)[^.;]{0,40}? avec {P:with}' },
    {
      says: 'no_external_funding',
      pattern:
        "{P:issuer}{v}(?:n'a jamais|n'avait jamais|sans) {w}(?:levé de fonds|fait appel à des investisseurs|investisseurs? extérieurs?)",
    },
  ],
  status: [
    ['abandoned', /abandonné|annulé|renoncé|échoué/],
    ['rumoured', /[Rr]umeur|aurait|vaudrait|dit-on|investirait/],
    ['in_talks', /discussions|négoci|pourparlers|en train d'examiner|approchés/],
    ['agreed', /s'est engagé|se sont engagés|signé|accord signé|engagement ferme/],
    [
      'planned',
      /compt(?:e|ait|ent) (?:lever|investir)|prévoi[tr]|devrai(?:t|ent)|souhaite|envisage|prépar(?:e|er)|vise|viserait|ser(?:a|ait|aient|ont)(?!\p{L})|détiendra|sous réserve|pourrait|entend/u,
    ],
  ],
  done: /(?:^| )(?:a|ont|avait|avaient) |lève|boucle|annonce|investit|obtient|menée?|possède|détient(?!\p{L})|réalisé|vient de/u,
  pre: /pr[eé]-money|avant (?:l'opération|l'apport)/i,
  post: /post-money|après (?:l'opération|l'apport)|y compris/i,
  stages: [
    [/pré-amorçage|pre-seed|pré-seed/gi, () => 'pre-seed'],
    [/(?<!-)amorçage|(?<![-\p{L}])seed/giu, () => 'seed'],
    [/[Ss]érie ([A-H]\d?)(?!\p{L})/gu, (match) => `Series ${match[1]?.toUpperCase()}`],
  ],
  instruments: [
    [
      /capital et de dette|dette et (?:de )?(?:fonds propres|capital)|fonds propres et (?:de )?dette/,
      'debt and equity',
      'primary',
    ],
    [/obligations convertibles|BSA/, 'convertible notes', 'primary'],
    [/subvention|aides? publique/, 'grant', 'grant'],
    [/ligne de crédit/, 'credit facility', 'debt'],
    [/prêt(?:s|\p{P}| |$)|emprunt|dette/u, 'loan', 'debt'],
    [/introduction en Bourse|IPO/i, 'IPO', 'primary'],
  ],
  background: /déjà|auparavant|précédent|avait|dernier tour|premier financement/,
  back: /alors|à l'époque|à cette occasion/,
  announced: /annonc|déclar|indiqu|publié/,
  denial: /(?:a|ont) démenti|dément (?!vouloir)|c'est faux/i,
  denialOfLast: /^[" ]*(?:C'est faux|Ces informations sont (?:fausses|inexactes)|C'est inexact)/i,
  clauseBreak: /[,;.]| et (?=[\ue000-\ue3ff] )/g,
  holders: /(?<n>fondateurs|salariés|dirigeants)/,
  columns: {
    issuer: /^(?:entreprise|société|start-up|nom)/i,
    amount: /montant|somme/i,
    stage: /tour|stade|série/i,
    lead: /chef de file|lead/i,
    participants: /investisseur/i,
    valuation: /valorisation/i,
    date: /date/i,
  },
};
