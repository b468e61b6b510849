/** What counts towards a company's capitalization: eight questions of yes or no, as the Open Cap Format puts them. */
export interface CapitalizationRules {
  /** Issued stock, as converted. */
  readonly includeOutstandingShares: boolean;
  /** Granted options and other equity compensation, and warrants. */
  readonly includeOutstandingOptions: boolean;
  /** Shares reserved under plans and not yet granted. */
  readonly includeOutstandingUnissuedOptions: boolean;
  /** The shares that the security itself converts into. */
  readonly includeThisSecurity: boolean;
  /** The shares that all others convert into in the same event. */
  readonly includeOtherConvertingSecurities: boolean;
  /** What plans are increased by to cover promised options. */
  readonly includeOptionPoolTopupForPromisedOptions: boolean;
  /** What plans are increased by beyond that. */
  readonly includeAdditionalOptionPoolTopup: boolean;
  /** The shares sold for new money in the event. */
  readonly includeNewMoney: boolean;
}

export interface CapitalizationDefinition {
  readonly name: string;
  readonly rules: CapitalizationRules;
}

const NONE: CapitalizationRules = {
  includeOutstandingShares: false,
  includeOutstandingOptions: false,
  includeOutstandingUnissuedOptions: false,
  includeThisSecurity: false,
  includeOtherConvertingSecurities: false,
  includeOptionPoolTopupForPromisedOptions: false,
  includeAdditionalOptionPoolTopup: false,
  includeNewMoney: false,
};

const STANDING: CapitalizationRules = {
  ...NONE,
  includeOutstandingShares: true,
  includeOutstandingOptions: true,
  includeOutstandingUnissuedOptions: true,
};

/** Definitions in common use, by what they are called; any other is written as its eight rules. */
export const CAPITALIZATION_DEFINITIONS = {
  /** Issued stock alone. */
  issuedShares: { name: 'issued shares', rules: { ...NONE, includeOutstandingShares: true } },
  /** Stock, options and warrants, and the whole of the plans, before any round. */
  outstandingWithPool: { name: 'outstanding with the unissued pool', rules: STANDING },
  /** YC post-money safe: with everything that converts, and promised options; without the increase and new money. */
  companyCapitalization: {
    name: 'company capitalization of a post-money safe',
    rules: {
      ...STANDING,
      includeThisSecurity: true,
      includeOtherConvertingSecurities: true,
      includeOptionPoolTopupForPromisedOptions: true,
    },
  },
  /** The safe before 2018: with the increase of the pool, without anything that converts. */
  preMoneySafeCapitalization: {
    name: 'capitalization of a pre-money safe',
    rules: {
      ...STANDING,
      includeOptionPoolTopupForPromisedOptions: true,
      includeAdditionalOptionPoolTopup: true,
    },
  },
  /** Everything after the round. */
  afterTheRound: {
    name: 'everything after the round',
    rules: {
      includeOutstandingShares: true,
      includeOutstandingOptions: true,
      includeOutstandingUnissuedOptions: true,
      includeThisSecurity: true,
      includeOtherConvertingSecurities: true,
      includeOptionPoolTopupForPromisedOptions: true,
      includeAdditionalOptionPoolTopup: true,
      includeNewMoney: true,
    },
  },
} as const satisfies Readonly<Record<string, CapitalizationDefinition>>;
