import { createHash } from 'node:crypto';
import type { Claim } from './claim.ts';
import { claimToJson, type Json } from './claim-to-json.ts';

/**
 * `c-` and 16 hexadecimal digits: SHA-256 over the source and the claim's wire form with sorted keys, that is
 * over what is said and where. Two readings of one text give one id.
 */
export function claimId(sourceId: string, claim: Claim): string {
  const said = JSON.stringify(sorted(claimToJson(claim)));
  return `c-${createHash('sha256').update(`${sourceId}\n${said}`).digest('hex').slice(0, 16)}`;
}

function sorted(json: Json): Json {
  if (Array.isArray(json)) return json.map(sorted);
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(
    Object.entries(json)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, value]) => [key, sorted(value as Json)]),
  );
}
