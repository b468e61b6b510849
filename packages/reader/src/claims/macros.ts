import { AUXILIARIES, type Macros } from '../frame/index.ts';

/** The vocabulary of the rules: verbs by what they mean for money, and the nouns of financing. */
export const MACROS: Macros = {
  /** Auxiliaries, adverbs and dates between a subject and its verb. */
  aux: AUXILIARIES,
  raise:
    'rais(?:e|es|ed|ing)|secur(?:e|es|ed|ing)|attract(?:s|ed|ing)?|collect(?:s|ed|ing)?|obtain(?:s|ed|ing)?|procur(?:e|es|ed|ing)|pull(?:s|ed)? in|pick(?:s|ed)? up|bag(?:s|ged)|land(?:s|ed)|rak(?:e|es|ed) in|scoop(?:s|ed) up|net(?:s|ted)|haul(?:s|ed) in|bring(?:s|ing)? in|brought in|drum(?:s|med) up|borrow(?:s|ed|ing)?|hunt(?:s|ed|ing)? for|look(?:s|ing)? for|nab(?:s|bed)|snag(?:s|ged)|grab(?:s|bed)|scor(?:e|es|ed)|round(?:s|ed) up|reel(?:s|ed) in|amass(?:es|ed)?|seal(?:s|ed|ing)?|clinch(?:es|ed|ing)?|lock(?:s|ed) (?:in|down)|unveil(?:s|ed|ing)?|seek(?:s|ing)?|target(?:s|ing|ed)?|gather(?:s|ed)?|tak(?:e|es|ing)|took|taken|get(?:s)?|got|win(?:s|ning)?|won|receiv(?:e|es|ed|ing)|clos(?:e|es|ed|ing)(?: on)?|complet(?:e|es|ed|ing)|conclud(?:e|es|ed|ing)|announc(?:e|es|ed|ing)|sign(?:s|ed|ing)?|finali[sz](?:e|es|ed|ing)|arrang(?:e|es|ed|ing)|add(?:s|ed|ing)?|(?:in (?:\\w+ )?)?(?:talks|discussions|negotiations) (?:over|about|on|for)|discuss(?:ing|ed)?|issu(?:e|es|ed|ing)|drew|draw(?:s|n)? down|launch(?:es|ed|ing)?|go(?:es)? to market for',
  invest:
    'participat(?:e|es|ed|ing) with|invest(?:s|ed|ing)?|put(?:s|ting)?(?: up| in)?|plough(?:s|ed)?|contribut(?:e|es|ed|ing)|inject(?:s|ed|ing)?|infus(?:e|es|ed|ing)|pump(?:s|ed|ing)?|pour(?:s|ed|ing)?(?: in)?|suppl(?:y|ies|ied|ying)|provid(?:e|es|ed|ing)|pay(?:s|ing)?|paid|commit(?:s|ted|ting)?|add(?:s|ed|ing)?|underwr(?:ite|ites|ote|itten)|send(?:s|ing)?|sent|hand(?:s|ed|ing)? over|chip(?:s|ped)? in|plac(?:e|es|ed|ing)|fund(?:s|ed|ing)?|inject(?:s|ed)|bring(?:s|ing)?(?! in)|brought(?! in)|sink(?:s|ing)?|sank|wr(?:ite|ites|ote|itten)',
  stage:
    '(?:pre-)?seed(?:\\+| plus)?(?: extension)?|angel|(?:pre-)?series [a-k](?:[- ]?\\d|\\+)?(?: extension)?|bridge|growth|mezzanine|pre-ipo',
  fundAdj:
    '(?:new|fresh|latest|first|second|third|last|largest|primary|secondary|private|equity|debt|venture|strategic|priced|funding|financing|fund-raising|fundraising|investment|capital|growth|convertible|extended|oversubscribed|massive|monumental|planned|giant|huge|own|bridge|one-year|bank|credit|term|subsidised|margin|unfunded|employee|green|non-dilutive|dilutive|mega|up|down|follow-on|structured|senior|secured|unsecured|syndicated|project|crowdfunding|preferred|all-equity|early-stage|late-stage|later-stage|growth-stage|seed-stage|{stage}|{P}-led)',
  fundNoun:
    'round|mega-?round|raise|financing|fundraise|fundraiser|fundraising|funding|(?:pre-)?series [a-k](?:[- ]?\\d|\\+)?(?: extension)?|PIPE|SAFE|credit line|line of credit|debentures?|infusion|crowdfunding|seed(?: extension| cheque)?|pre-seed|capital raise|raising|placement|facility|loans?|grants?|notes?|allotment|extension|capital|tender(?: offer)?|share sale|deal|package|plan|injection',
  round: '(?:{fundAdj} ){0,5}{fundNoun}',
  have: 'has|have|had',
  /** The round, loan or sale that backers are named for. */
  deal: 'round|financing|raise|deal|investment|funding|syndicate|series [a-k](?:[- ]?\\d)?|cheque|check|facility|extension|seed|group|transaction|(?:fundrais\\w+|capital[- ]rais\\w+)(?: effort| drive)?|placement|offering|(?:first|second|third|final|last|initial|original) (?:close|closing|tranche)|that one',
  theDeal: "(?:the|its|that|this|an?|both|{P}['’]s) (?:{A} )?(?:[\\w-]+ ){0,3}(?:{deal})",
  /** What follows is no deal again: "in fresh capital in a round led by". */
  noDeal: '(?!(?:an?|the|its|this|that|another) (?:[\\w-]+ ){0,4}(?:{deal})\\b)',
  /** Those who give, by what they are. */
  who: '{S}|(?:co-)?investors?|backers?|participants?|supporters|lenders|buyers|purchasers|subscribers|shareholders?|financiers|insiders|funds|firms|vcs|angels|names|syndicate|consortium|newcomers|entrants|contributors',
  /** A small word that describes a backer; none that joins clauses or says what somebody does. */
  roleWord:
    "(?:u․[sk]․(?:-based)?|(?!(?:by|with|from|to|in|into|for|of|on|at|and|or|as|which|who|that|whose|has|have|had|is|was|are|were|will|would|could|may|than|while|but|when|including|like|led|joined|raised|said)\\b)[a-zà-ÿ’'&-]+)",
  /** What a backer is, before its name: "existing investors", "U.S. venture firm", "angels including". */
  role: "(?:(?:{roleWord} ){0,6}(?:arm|unit|subsidiary|affiliate|enterprise|vehicle|division|branch) of (?:the )?)?(?:{roleWord},? ){0,6}(?:{P}['’]s (?:{roleWord} ){0,4})?(?:(?:such as|including|like|(?:managed|advised) by|affiliated with),? (?:{roleWord} ){0,5}(?:{P}['’]s (?:{roleWord} ){0,3})?)?",
};
