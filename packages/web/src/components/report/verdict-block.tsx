import type { VerdictView } from '@tranche/service/views';
import type { FindingView, Verdict } from '../../api/types.ts';
import { VerdictBadge } from '../badges/verdict-badge.tsx';
import { EvidenceList } from '../evidence/evidence-item.tsx';
import { FigureButton } from '../figure/figure-button.tsx';
import { formatDate } from '../format.ts';
import classes from './verdict.module.css';

/** Whether a claim held when it was published, with the evidence, and beside it what is known today. */
export function VerdictBlock({ verdict }: { readonly verdict: VerdictView }) {
  const { today } = verdict;
  return (
    <div className={classes.verdicts} data-two={today !== undefined || undefined}>
      <Judged
        when={verdict.knownOn === undefined ? 'As checked' : `As known on ${formatDate(verdict.knownOn)}`}
        verdict={verdict.verdict}
        summary={verdict.summary}
        condition={verdict.condition}
        findings={verdict.findings}
      />
      {today !== undefined && (
        <Judged
          when={`Today, ${formatDate(today.knownOn)}`}
          verdict={today.verdict}
          summary={today.summary}
          findings={today.findings}
        />
      )}
    </div>
  );
}

function Judged({
  when,
  verdict,
  summary,
  condition,
  findings,
}: {
  readonly when: string;
  readonly verdict: Verdict;
  readonly summary: string;
  readonly condition?: string | undefined;
  readonly findings: readonly FindingView[];
}) {
  return (
    <div className={classes.judged}>
      <p className={classes.when}>
        <VerdictBadge verdict={verdict} /> <span>{when}</span>
      </p>
      <p>{summary}</p>
      {condition !== undefined && <p className={classes.condition}>{condition}</p>}
      {findings.length > 0 && (
        <details className={classes.findings}>
          <summary>Why</summary>
          <ul aria-label="Findings">
            {findings.map((finding) => (
              <li key={`${finding.text} ${finding.figure?.node ?? ''}`} className={classes.finding}>
                <p>
                  {finding.text}{' '}
                  {finding.figure !== undefined && (
                    <strong>
                      <FigureButton figure={finding.figure} label={finding.text} />
                    </strong>
                  )}
                </p>
                <EvidenceList evidence={finding.evidence} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
