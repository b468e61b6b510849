import type { ClaimBody } from '../claim/index.ts';
import { moneyOf, statusOfBody, timeOf } from './matching.ts';
import { statusWords } from './words.ts';

/** "SoftBank into OpenAI, in talks, 2025-04". */
export function describe(body: ClaimBody): string {
  const status = statusOfBody(body);
  const parts = [whoOf(body), status === undefined ? '' : statusWords(status), timeOf(body) ?? ''];
  return parts.filter((part) => part !== '').join(', ');
}

function whoOf(body: ClaimBody): string {
  switch (body.type) {
    case 'round':
      return `${body.instrument ?? 'round'} of ${body.issuer}`;
    case 'tranche':
      return `tranche of ${body.issuer}`;
    case 'investment':
      return `${body.investor} into ${body.issuer}${moneyOf(body) === 'secondary' ? ', from holders' : ''}`;
    case 'syndication':
      return `${body.investor} through co-investors into ${body.issuer}`;
    case 'valuation':
      return `${body.entity}, ${body.basis === 'unspecified' ? 'valuation' : `${body.basis}-money`}`;
    case 'commitment':
      return `${body.by === undefined ? 'pledged' : `${body.by} pledged`} to ${body.to}`;
    case 'stake':
      return `${body.holder} of ${body.entity}`;
    default:
      return body.type.replaceAll('_', ' ');
  }
}
