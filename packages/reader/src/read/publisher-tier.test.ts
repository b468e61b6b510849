import { describe, expect, it } from 'vitest';
import { tierOfPublisher } from './publisher-tier.ts';

describe('the tier of what a document says in its own voice', () => {
  it.each([
    ['Business Wire', undefined, 'party_statement'],
    ['SEC EDGAR', undefined, 'filing'],
    ['the company newsroom', undefined, 'party_statement'],
    ['Regulatory disclosure', undefined, 'filing'],
    ['a technology blog', undefined, 'unattributed'],
    ['Reuters', 'https://www.sec.gov/x', undefined],
    ['The Register', undefined, undefined],
    [undefined, 'https://www.globenewswire.com/one', 'party_statement'],
    [undefined, 'https://find-and-update.company-information.service.gov.uk/1', 'filing'],
    [undefined, 'https://ir.kaldor.example/one', 'party_statement'],
    [undefined, 'https://kaldor.example/one', undefined],
    [undefined, undefined, undefined],
  ])('%s, %s: %s', (publisher, url, tier) => {
    expect(tierOfPublisher(publisher, url)).toBe(tier);
  });
});
