import type { DerivationNodeView } from '@tranche/service/views';
import { EvidenceItem } from '../evidence/evidence-item.tsx';
import { sentence } from '../format.ts';
import classes from './derivation.module.css';

type Ground = DerivationNodeView['grounds'][number];

/** What a figure stands on in the end: a claim, a reference fact, a judgement, an assumption or a rule. */
export function GroundItem({ ground }: { readonly ground: Ground }) {
  const { note, evidence } = ground;
  const repeated = evidence !== undefined && (note === evidence.note || note === evidence.quote);
  return (
    <div className={classes.ground} data-kind={ground.kind}>
      <p className={classes.groundKind}>{NAMES[ground.kind]}</p>
      {ground.evidence !== undefined && <EvidenceItem evidence={ground.evidence} />}
      {ground.note !== undefined && !repeated && (
        <p className={classes.groundNote}>{sentence(ground.note)}</p>
      )}
      {ground.evidence === undefined && ground.note === undefined && (
        <p className={classes.groundNote}>{ground.id}</p>
      )}
    </div>
  );
}

const NAMES: Readonly<Record<Ground['kind'], string>> = {
  given: 'Given',
  claim: 'Claim',
  fact: 'Reference fact',
  judgement: 'Judgement',
  assumption: 'Assumption',
  rule: 'Rule',
};
