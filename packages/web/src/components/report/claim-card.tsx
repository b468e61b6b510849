import { Link, useSearch } from '@tanstack/react-router';
import type { ClaimView, PlaceView } from '@tranche/service/views';
import { datesOf } from '../../app/search.ts';
import { StatusBadge } from '../badges/status-badge.tsx';
import { DerivationScope } from '../figure/derivation-scope.tsx';
import { wordsOf } from '../format.ts';
import { JudgeStatement } from '../judgement/judge-statement.tsx';
import classes from './report.module.css';
import { VerdictBlock } from './verdict-block.tsx';

/** One claim: what is said, how firmly and by whom, and whether it holds. */
export function ClaimCard({
  claim,
  number,
  active,
  isStored,
  onPoint,
  onShow,
}: {
  readonly claim: ClaimView;
  readonly number: number;
  readonly active: boolean;
  readonly isStored: boolean;
  readonly onPoint: (claim: string | undefined) => void;
  /** Shows the claim's quote in the text. */
  readonly onShow: (claim: string) => void;
}) {
  const search = useSearch({ from: '__root__' });
  return (
    <article
      id={`claim-${claim.id}`}
      aria-labelledby={`claim-${claim.id}-summary`}
      className={classes.card}
      data-active={active || undefined}
      onMouseEnter={() => onPoint(claim.id)}
      onMouseLeave={() => onPoint(undefined)}
      onFocus={() => onPoint(claim.id)}
      onBlur={() => onPoint(undefined)}
    >
      <div className={classes.cardHead}>
        <button
          type="button"
          className={classes.cardNumber}
          aria-label={`Show claim ${number} in the text`}
          title="Show it in the text"
          onClick={() => onShow(claim.id)}
        >
          {number}
        </button>
        <h3 id={`claim-${claim.id}-summary`} className={classes.cardSummary}>
          {claim.denied && <span className={classes.denied}>Denied in the text: </span>}
          {claim.summary}
        </h3>
      </div>
      <ul className={classes.cardFacts} aria-label="How it is said">
        {claim.status !== undefined && (
          <li>
            <StatusBadge status={claim.status} />
          </li>
        )}
        {claim.hedge !== undefined && <li>hedged: “{claim.hedge}”</li>}
        {claim.attribution !== undefined && <li>{wordsOf(claim.attribution)}</li>}
        {claim.place !== undefined && <li>{placeText(claim.place)}</li>}
        {claim.draftedBy !== undefined && <li>drafted by {claim.draftedBy}</li>}
        {claim.deal !== undefined && (
          <li>
            <Link to="/deals/$dealId" params={{ dealId: claim.deal }} search={datesOf(search)}>
              in its deal
            </Link>
          </li>
        )}
      </ul>
      {isStored && <JudgeStatement statement={claim} />}
      {claim.verdict !== undefined && (
        <DerivationScope name={claim.id}>
          <VerdictBlock verdict={claim.verdict} />
        </DerivationScope>
      )}
    </article>
  );
}

/** Where in the original file the quote stands: "page 3 of the file", "bytes 1204 to 1291 of term-sheet.html". */
function placeText({ part, bytes = [], boxes = [] }: PlaceView): string {
  const pages = [...new Set(boxes.map(({ page }) => page))];
  const where =
    pages.length > 0
      ? `page ${pages.join(', ')}`
      : `bytes ${bytes[0]?.[0] ?? 0} to ${bytes.at(-1)?.[1] ?? 0}`;
  return `${where} of ${part ?? 'the file'}`;
}
