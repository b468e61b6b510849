import type { SourceView } from '@tranche/service/views';
import { useCallback, useEffect, useId, useMemo, useState } from 'react';
import { DerivationPanel, type OpenableAnswer } from '../derivation/derivation-panel.tsx';
import { counted, wordsOf } from '../format.ts';
import { ClaimCard } from './claim-card.tsx';
import { DocumentVerdicts, documentScope } from './document-verdicts.tsx';
import classes from './report.module.css';
import { ReportText } from './report-text.tsx';
import type { Marked } from './segments.ts';

/** A report read and checked: its errors, its text with the claims marked, and a card for each claim. */
export function ReportView({
  source,
  shownClaim,
  shownAt,
  isStored = false,
}: {
  readonly source: SourceView;
  /** The claim to show first: the address names it. */
  readonly shownClaim?: string | undefined;
  /** Where in the text to look, when the claim itself is not among the source's. */
  readonly shownAt?: number | undefined;
  /** What is in the workspace can be judged. */
  readonly isStored?: boolean;
}) {
  const [chosen, setChosen] = useState(shownClaim);
  const [pointed, setPointed] = useState<string | undefined>(undefined);
  const claimsId = useId();
  const active = pointed ?? chosen;
  const inOrder = useMemo(
    () =>
      [...source.claims].sort((a, b) => a.quoteSpan[0] - b.quoteSpan[0] || a.quoteSpan[1] - b.quoteSpan[1]),
    [source.claims],
  );
  const marked = useMemo<readonly Marked[]>(
    () => [
      ...inOrder.map(({ id, quoteSpan, spans }, index) => ({
        id,
        quoteSpan,
        spans,
        sign: String(index + 1),
        name: `Claim ${index + 1}`,
      })),
      ...source.documentVerdicts.map(({ quoteSpan, check }, index) => ({
        id: documentScope(index),
        quoteSpan,
        sign: '!',
        name: `Error in the document: ${wordsOf(check)}`,
      })),
    ],
    [inOrder, source.documentVerdicts],
  );
  const chooseFromText = useCallback((claim: string) => {
    setChosen(claim);
    document.getElementById(`claim-${claim}`)?.scrollIntoView({ block: 'nearest' });
    document.querySelector<HTMLElement>(`#claim-${CSS.escape(claim)} button`)?.focus({ preventScroll: true });
  }, []);
  const showInText = useCallback((claim: string) => {
    setChosen(claim);
    const mark = document.getElementById(`mark-${claim}`);
    mark?.scrollIntoView({ block: 'center' });
    mark?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    setChosen(shownClaim);
    if (shownClaim !== undefined && source.claims.some(({ id }) => id === shownClaim)) {
      document.getElementById(`mark-${shownClaim}`)?.scrollIntoView({ block: 'center', behavior: 'instant' });
    } else if (shownAt !== undefined) {
      [...document.querySelectorAll<HTMLElement>('mark[data-start]')]
        .findLast((mark) => Number(mark.dataset.start) <= shownAt)
        ?.scrollIntoView({ block: 'center', behavior: 'instant' });
    }
  }, [shownClaim, shownAt, source.claims]);

  const answers: readonly OpenableAnswer[] = [
    ...source.claims.flatMap(({ id, summary, verdict }) =>
      verdict === undefined ? [] : [{ name: id, title: summary, derivation: verdict.derivation }],
    ),
    ...source.documentVerdicts.map(({ check, derivation }, index) => ({
      name: documentScope(index),
      title: `Error in the document: ${wordsOf(check)}`,
      derivation,
    })),
  ];
  return (
    <>
      <DocumentVerdicts verdicts={source.documentVerdicts} onShow={showInText} />
      <div className={classes.columns}>
        <section aria-label="The text" className={classes.textColumn}>
          <ReportText
            text={source.text}
            marked={marked}
            active={active}
            onPoint={setPointed}
            onChoose={chooseFromText}
          />
        </section>
        <section aria-labelledby={claimsId} className={classes.cards}>
          <h2 id={claimsId}>
            {inOrder.length === 0 ? 'No claim about a financing' : counted(inOrder.length, 'claim')}
          </h2>
          {inOrder.length > 0 && (
            <p className={classes.key}>
              <mark className={classes.mark} data-quote="">
                quote
              </mark>{' '}
              <mark className={classes.mark} data-quote="" data-argument="">
                what was taken from it
              </mark>
            </p>
          )}
          {inOrder.map((claim, index) => (
            <ClaimCard
              key={claim.id}
              claim={claim}
              number={index + 1}
              active={claim.id === active}
              isStored={isStored}
              onPoint={setPointed}
              onShow={showInText}
            />
          ))}
        </section>
      </div>
      <DerivationPanel answers={answers} />
    </>
  );
}
