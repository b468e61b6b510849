import { Link, useSearch } from '@tanstack/react-router';
import type { EvidenceView } from '@tranche/service/views';
import { datesOf } from '../../app/search.ts';
import { counted, formatDate, wordsOf } from '../format.ts';
import { JudgeStatement } from '../judgement/judge-statement.tsx';
import { Fold } from '../layout/fold.tsx';
import classes from './evidence.module.css';

/** One thing that was said, in its own words, with who says it and since when; the quote leads into its text. */
export function EvidenceItem({ evidence }: { readonly evidence: EvidenceView }) {
  const { source } = evidence;
  return (
    <article className={classes.item} data-denied={evidence.denied || undefined}>
      <p className={classes.summary}>
        {evidence.denied && <strong className={classes.denied}>Denied: </strong>}
        {evidence.summary}
      </p>
      {evidence.quote !== undefined && <Quote evidence={evidence} />}
      <p className={classes.origin}>
        {source !== undefined && <span>{source.publisher ?? source.title}</span>}
        <span>{wordsOf(evidence.tier)}</span>
        <span>
          known from <time dateTime={evidence.knownFrom}>{formatDate(evidence.knownFrom)}</time>
        </span>
        {evidence.status !== undefined && <span>{wordsOf(evidence.status)}</span>}
        {evidence.hedge !== undefined && <span>hedged: “{evidence.hedge}”</span>}
      </p>
      {evidence.references !== undefined && evidence.references.length > 0 && (
        <ul className={classes.references} aria-label="References">
          {evidence.references.map(({ title, url, published }) => (
            <li key={`${url} ${title}`}>
              <a href={url} rel="noopener noreferrer" target="_blank">
                {title}
              </a>
              {published !== undefined && `, ${formatDate(published)}`}
            </li>
          ))}
        </ul>
      )}
      {evidence.note !== undefined && <p className={classes.note}>{evidence.note}</p>}
      <JudgeStatement statement={evidence} />
    </article>
  );
}

function Quote({ evidence }: { readonly evidence: EvidenceView }) {
  const search = useSearch({ from: '__root__' });
  const { source, quoteSpan } = evidence;
  if (source === undefined) return <blockquote className={classes.quote}>“{evidence.quote}”</blockquote>;
  return (
    <blockquote className={classes.quote}>
      <Link
        to="/sources/$sourceId"
        params={{ sourceId: source.id }}
        search={{
          ...datesOf(search),
          claim: evidence.id,
          ...(quoteSpan === undefined ? {} : { at: `${quoteSpan[0]}-${quoteSpan[1]}` }),
        }}
        title={`Show it in “${source.title}”`}
        data-quote-link=""
      >
        “{evidence.quote}”
      </Link>
    </blockquote>
  );
}

/** Several things said, newest as the service ordered them; the first few at once, the rest on demand. */
export function EvidenceList({
  evidence,
  label = 'Evidence',
}: {
  readonly evidence: readonly EvidenceView[];
  readonly label?: string;
}) {
  if (evidence.length === 0) return null;
  const first = evidence.slice(0, SHOWN_AT_ONCE);
  const rest = evidence.slice(SHOWN_AT_ONCE);
  return (
    <div className={classes.list}>
      <ul aria-label={label} className={classes.items}>
        {first.map((item) => (
          <li key={item.id}>
            <EvidenceItem evidence={item} />
          </li>
        ))}
      </ul>
      {rest.length > 0 && (
        <Fold summary={`${rest.length} more`} summaryClassName={classes.more}>
          <ul aria-label={`${label}, the rest`} className={classes.items}>
            {rest.map((item) => (
              <li key={item.id}>
                <EvidenceItem evidence={item} />
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </div>
  );
}

const SHOWN_AT_ONCE = 3;

/** Evidence behind a fold: how much there is, and on demand what it is. */
export function EvidenceFold({
  evidence,
  label = 'said by',
}: {
  readonly evidence: readonly EvidenceView[];
  readonly label?: string;
}) {
  if (evidence.length === 0) return null;
  const sources = new Set(evidence.map((item) => item.source?.id ?? item.id)).size;
  return (
    <Fold className={classes.fold} summary={`${label} ${counted(sources, 'source')}`}>
      <EvidenceList evidence={evidence} />
    </Fold>
  );
}
