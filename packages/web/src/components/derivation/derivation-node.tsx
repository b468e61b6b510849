import type { DerivationNodeView } from '@tranche/service/views';
import { formatDate, sentence } from '../format.ts';
import classes from './derivation.module.css';
import { type DerivationIndex, madeFrom } from './derivation-index.ts';
import { GroundItem } from './ground-item.tsx';

/** The first levels stand open; deeper ones open on demand. */
const OPEN_TO_DEPTH = 2;

/** What one figure rests on: its formula or rule, its grounds, and the figures it was made from, each to open. */
export function DerivationNode({
  index,
  node,
  depth,
}: {
  readonly index: DerivationIndex;
  readonly node: DerivationNodeView;
  readonly depth: number;
}) {
  const parts = madeFrom(index, node);
  const alternatives = node.alternatives ?? [];
  return (
    <div className={classes.node}>
      <Working node={node} />
      {node.grounds.length > 0 && (
        <ul className={classes.grounds} aria-label={`Grounds of ${node.label}`}>
          {node.grounds.map((ground) => (
            <li key={`${ground.kind} ${ground.id}`}>
              <GroundItem ground={ground} />
            </li>
          ))}
        </ul>
      )}
      {parts.length > 0 && (
        <ul className={classes.parts} aria-label={`${node.label} is made from`}>
          {parts.map((part) => (
            <li key={part.id}>
              <details open={depth + 1 < OPEN_TO_DEPTH || isLeaf(part)} className={classes.part}>
                <summary>
                  <PartHead node={part} />
                </summary>
                <DerivationNode index={index} node={part} depth={depth + 1} />
              </details>
            </li>
          ))}
        </ul>
      )}
      {alternatives.length > 0 && (
        <div className={classes.passedOver}>
          <p className={classes.passedOverTitle}>Passed over</p>
          <ul aria-label={`Passed over for ${node.label}`}>
            {alternatives.map(({ node: id, passedOverBecause }) => {
              const other = index.get(id);
              return (
                <li key={id}>
                  {other === undefined ? (
                    <p className={classes.because}>{passedOverBecause}</p>
                  ) : (
                    <details className={classes.part}>
                      <summary>
                        <PartHead node={other} />
                        <span className={classes.because}>{passedOverBecause}</span>
                      </summary>
                      <DerivationNode index={index} node={other} depth={depth + 1} />
                    </details>
                  )}
                </li>
              );
            })}
          </ul>
        </div>
      )}
    </div>
  );
}

/** The formula in words and in numbers, or the rule that chose. An input says nothing here that its grounds do not. */
function Working({ node }: { readonly node: DerivationNodeView }) {
  if (node.kind === 'formula') {
    return (
      <div className={classes.working}>
        <p>{node.words}</p>
        <p className={classes.numbers}>{node.numbers}</p>
      </div>
    );
  }
  if (node.kind === 'choice') {
    return <p className={classes.working}>Chosen by the rule: {node.rule ?? node.words}</p>;
  }
  return node.grounds.length === 0 ? <p className={classes.working}>{node.words}</p> : null;
}

function PartHead({ node }: { readonly node: DerivationNodeView }) {
  return (
    <span className={classes.partHead}>
      <span className={classes.partLabel}>
        {sentence(node.label)}
        {(node.basis !== undefined || node.date !== undefined) && (
          <span className={classes.partFacts}>
            {[node.basis, node.date === undefined ? undefined : formatDate(node.date)]
              .filter((fact) => fact !== undefined)
              .join(', ')}
          </span>
        )}
      </span>
      <span className={classes.partText}>{node.text}</span>
    </span>
  );
}

const isLeaf = (node: DerivationNodeView): boolean => node.operands.length === 0 && node.grounds.length <= 1;
