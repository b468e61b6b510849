import { donationFact, donationPledgeFact, donationsReceivedFact } from './donations.ts';
import {
  externalFundingFact,
  holdingFact,
  lookThroughFact,
  ownershipPlanFact,
  recapitalisationFact,
  stakeFact,
  valuationEstimateFact,
} from './holdings.ts';
import {
  boundPartFact,
  commitmentDrawnFact,
  commitmentFact,
  cumulativeFact,
  investmentFact,
  letterOfIntentFact,
  positionFact,
} from './investments.ts';
import { rateFact } from './rate-facts.ts';
import { primaryRoundFact, roundFact, saleFact, siteFinanceFact } from './rounds.ts';
import type { KindOfFact } from './said.ts';
import { denialFact, nearFinalTalksFact, talksFact } from './talks.ts';
import { completionFact, trancheFact } from './tranches.ts';
import {
  dissentFact,
  equityPlanFact,
  formationFact,
  roleFact,
  spendingFact,
  useOfProceedsFact,
  ventureFact,
} from './ventures.ts';

/** Kinds that say nothing a claim can carry: who someone is, interest without a bid, progress. */
const unsaid = (...leaves: readonly string[]): KindOfFact => ({ says: () => [], leaves });

/** How each kind of fact is read. A kind that is missing here is an error. */
export const KINDS: Readonly<Record<string, KindOfFact>> = {
  published: rateFact,
  'published-average': rateFact,
  'issuer-rate': rateFact,

  investment: investmentFact,
  'investment-commitment': commitmentFact,
  'cumulative-investment': cumulativeFact('completed'),
  'cumulative-commitment': cumulativeFact('agreed'),
  'commitment-drawn': commitmentDrawnFact,
  position: positionFact,
  'board-approval': boundPartFact,
  condition: boundPartFact,
  'letter-of-intent': letterOfIntentFact,
  talks: talksFact,
  'near-final-talks': nearFinalTalksFact,
  denial: denialFact,

  round: roundFact,
  'primary-round': primaryRoundFact,
  'round-completion': completionFact,
  tranche: trancheFact,
  'site-finance': siteFinanceFact,
  'secondary-sale': saleFact({ instrument: 'secondary sale', isSecondary: true, status: 'closed' }),
  'secondary-purchase': saleFact({ instrument: 'secondary sale', isSecondary: true, status: 'closed' }),
  'share-sale': saleFact({ instrument: 'share sale', isSecondary: false, status: 'closed' }),
  'tender-offer': saleFact({ instrument: 'tender offer', isSecondary: true, status: 'planned' }),

  donation: donationFact,
  'donation-pledge': donationPledgeFact,
  'donations-received-cumulative': donationsReceivedFact,

  holding: holdingFact,
  'look-through-stake': lookThroughFact,
  stake: stakeFact,
  recapitalisation: recapitalisationFact,
  'ownership-plan': ownershipPlanFact,
  'valuation-estimate': valuationEstimateFact,
  'external-funding': externalFundingFact,

  'venture-announcement': ventureFact,
  role: roleFact,
  'equity-plan': equityPlanFact,
  'use-of-proceeds': useOfProceedsFact,
  dissent: dissentFact,
  'formation-status': formationFact,
  'capacity-agreement': spendingFact({
    amount: 'value',
    years: 'value_horizon_years',
    leaves: ['capacity_gw'],
  }),
  'site-announcement': spendingFact({
    amount: 'investment',
    years: 'investment_horizon_years',
    leaves: ['sites', 'planned_capacity_gw', 'target_gw'],
  }),

  entity: unsaid('local_name'),
  'related-party': unsaid('role'),
  'non-investor': unsaid('location_note'),
  interest: unsaid('claim'),
  'structure-change': unsaid('profit_cap_multiple', 'profit_cap_scope'),
  progress: unsaid('completed_deals', 'near_term_goal'),
};
