import type { DocumentVerdictView } from '../../api/types.ts';
import { DerivationScope } from '../figure/derivation-scope.tsx';
import { wordsOf } from '../format.ts';
import classes from './report.module.css';
import { VerdictBlock } from './verdict-block.tsx';

/** Name of the answer that holds the figures of one error of the document. */
export const documentScope = (index: number): string => `document-${index}`;

/** Errors of the document itself, such as a headline in the wrong currency. They stand above its claims. */
export function DocumentVerdicts({
  verdicts,
  onShow,
}: {
  readonly verdicts: readonly DocumentVerdictView[];
  readonly onShow: (mark: string) => void;
}) {
  if (verdicts.length === 0) return null;
  return (
    <section aria-label="Errors of the document" className={classes.errors}>
      {verdicts.map((verdict, index) => (
        <article
          key={`${verdict.check} ${verdict.quoteSpan.join('-')}`}
          id={`claim-${documentScope(index)}`}
          aria-labelledby={`document-error-${index}`}
          className={classes.error}
        >
          <h2 id={`document-error-${index}`}>Error in the document: {wordsOf(verdict.check)}</h2>
          <blockquote className={classes.errorQuote}>
            <button type="button" title="Show it in the text" onClick={() => onShow(documentScope(index))}>
              “{verdict.quote}”
            </button>
          </blockquote>
          <DerivationScope name={documentScope(index)}>
            <VerdictBlock verdict={verdict} />
          </DerivationScope>
        </article>
      ))}
    </section>
  );
}
