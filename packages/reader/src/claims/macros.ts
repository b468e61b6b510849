import { AUXILIARIES, type Macros } from '../frame/index.ts';

/** The vocabulary of the rules: verbs by what they mean for money, and the nouns of financing. */
export const MACROS: Macros = {
  /** Auxiliaries, adverbs and dates between a subject and its verb. */
  aux: AUXILIARIES,
  raise:
    'rais(?:e|es|ed|ing)|secur(?:e|es|ed|ing)|attract(?:s|ed|ing)?|collect(?:s|ed|ing)?|obtain(?:s|ed|ing)?|procur(?:e|es|ed|ing)|pull(?:s|ed)? in|pick(?:s|ed)? up|bag(?:s|ged)|land(?:s|ed)|rak(?:e|es|ed) in|scoop(?:s|ed) up|net(?:s|ted)|haul(?:s|ed) in|bring(?:s|ing)? in|brought in|drum(?:s|med) up|borrow(?:s|ed|ing)?|hunt(?:s|ed|ing)? for|look(?:s|ing)? for|nab(?:s|bed)|snag(?:s|ged)|grab(?:s|bed)|scor(?:e|es|ed)|round(?:s|ed) up|reel(?:s|ed) in|amass(?:es|ed)?|seal(?:s|ed|ing)?|clinch(?:es|ed|ing)?|lock(?:s|ed) (?:in|down)|unveil(?:s|ed|ing)?|seek(?:s|ing)?|target(?:s|ing|ed)?|gather(?:s|ed)?|tak(?:e|es|ing)|took|taken|get(?:s)?|got|win(?:s|ning)?|won|receiv(?:e|es|ed|ing)|clos(?:e|es|ed|ing)(?: on)?|complet(?:e|es|ed|ing)|conclud(?:e|es|ed|ing)|announc(?:e|es|ed|ing)|sign(?:s|ed|ing)?|finali[sz](?:e|es|ed|ing)|arrang(?:e|es|ed|ing)|add(?:s|ed|ing)?|(?:in (?:\\w+ )?)?(?:talks|discussions|negotiations) (?:over|about|on|for)|discuss(?:ing|ed)?|issu(?:e|es|ed|ing)|drew|draw(?:s|n)? down|launch(?:es|ed|ing)?|go(?:es)? to market for',
  invest:
    'participat(?:e|es|ed|ing) with|invest(?:s|ed|ing)?|put(?:s|ting)?(?: up| in)?|plough(?:s|ed)?|contribut(?:e|es|ed|ing)|inject(?:s|ed|ing)?|infus(?:e|es|ed|ing)|pump(?:s|ed|ing)?|pour(?:s|ed|ing)?(?: in)?|suppl(?:y|ies|ied|ying)|provid(?:e|es|ed|ing)|pay(?:s|ing)?|paid|commit(?:s|ted|ting)?|add(?:s|ed|ing)?|underwr(?:ite|ites|ote|itten)|send(?:s|ing)?|sent|hand(?:s|ed|ing)? over|chip(?:s|ped)? in|plac(?:e|es|ed|ing)|fund(?:s|ed|ing)?|inject(?:s|ed)|bring(?:s|ing)?|brought|sink(?:s|ing)?|sank|wr(?:ite|ites|ote|itten)',
  stage:
    '(?:pre-)?seed(?:\\+| plus)?(?: extension)?|angel|(?:pre-)?series [a-k](?:[- ]?\\d|\\+)?(?: extension)?|bridge|growth|mezzanine|pre-ipo',
  fundAdj:
    '(?:new|fresh|latest|first|second|third|last|largest|primary|secondary|private|equity|debt|venture|strategic|priced|funding|financing|fund-raising|fundraising|investment|capital|growth|convertible|extended|oversubscribed|massive|monumental|planned|giant|huge|own|bridge|one-year|bank|credit|term|subsidised|margin|unfunded|employee|green|non-dilutive|dilutive|mega|up|down|follow-on|structured|senior|secured|unsecured|syndicated|project|crowdfunding|preferred|all-equity|early-stage|late-stage|later-stage|growth-stage|seed-stage|{stage}|{P}-led)',
  fundNoun:
    'round|mega-?round|raise|financing|fundraise|fundraiser|fundraising|funding|(?:pre-)?series [a-k](?:[- ]?\\d|\\+)?(?: extension)?|PIPE|SAFE|credit line|line of credit|debentures?|infusion|crowdfunding|seed(?: extension| cheque)?|pre-seed|capital raise|raising|placement|facility|loan|notes?|allotment|extension|capital|tender(?: offer)?|share sale|deal|package|plan|injection',
  round: '(?:{fundAdj} ){0,5}{fundNoun}',
  have: 'has|have|had',
  /** Who an investor is to the company: "existing investors", "the fund", "angel investors including". */
  role: '(?:(?:[a-z-]+,? ){0,4}(?:investors?|backers?|insiders|angels|shareholders?|partners?|firms?|funds?|names|groups?|individuals|others|companies|company|giant|maker|bank|lenders?)(?:,? (?:such as|including|like|namely))?,? (?:the )?)?',
};
