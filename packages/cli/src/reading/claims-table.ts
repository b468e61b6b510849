import type { ReadDocument } from '@tranche/service/document';
import type { ClaimView } from '@tranche/service/views';
import { stylesOf, table } from '../terminal/index.ts';

/** The claims of a report for a person: a table with quotes that fits the terminal. */
export function claimsTable(
  source: ReadDocument['source'],
  claims: readonly ClaimView[],
  { columns: width, colours }: { readonly columns: number; readonly colours: boolean },
): string {
  const styles = stylesOf(colours);
  const about = [
    source.published,
    source.publisher,
    source.author,
    source.relayOf === undefined ? undefined : `passes on ${source.relayOf}`,
  ]
    .filter((part) => part !== undefined)
    .join(', ');
  const head = `${styles.bold(source.title)}${about === '' ? '' : `\n${styles.dim(about)}`}\n\n`;
  if (claims.length === 0) return `${head}No claim about a financing was found.\n\n`;
  const rows = claims.map((claim) => [
    claim.type.replaceAll('_', ' '),
    `${claim.denied ? 'denied: ' : ''}${claim.summary}${claim.draftedBy === undefined ? '' : ` (drafted by ${claim.draftedBy})`}`,
    statusText(claim),
    `“${claim.quote}”`,
  ]);
  const columns = [
    { title: 'type' },
    { title: 'what is said', grows: true },
    { title: 'status', grows: true },
    { title: 'quote', grows: true },
  ];
  return `${head}${table(columns, rows, width)}\n\n${claims.length === 1 ? '1 claim' : `${claims.length} claims`}\n\n`;
}

/** With the hedge as written: "planned (reportedly)". */
const statusText = ({ status, hedge }: ClaimView): string =>
  [status?.replaceAll('_', ' ') ?? '', hedge === undefined ? '' : `(${hedge})`]
    .filter((part) => part !== '')
    .join(' ');
