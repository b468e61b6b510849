import type { PartyView } from '@tranche/service/views';
import { sentence } from '../../components/format.ts';
import { JudgeButton } from '../../components/judgement/judge-button.tsx';
import { Section } from '../../components/layout/section.tsx';
import classes from './parties-page.module.css';

/** Parties that may be one, each pair once, for a person to say. */
export function LikelyPairs({ parties }: { readonly parties: readonly PartyView[] }) {
  const pairs = parties.flatMap(({ id, name, likelySame }) =>
    likelySame
      .filter((other) => id < other.id || !parties.some((party) => party.id === other.id))
      .map((other) => ({ one: name, other: other.name, because: other.because })),
  );
  if (pairs.length === 0) return null;
  return (
    <Section
      anchor="likely"
      title="One party, or two?"
      lead="These look alike and are kept as two until somebody says otherwise."
    >
      <ul className={classes.pairs} aria-label="Parties that may be one">
        {pairs.map(({ one, other, because }) => (
          <li key={`${one} ${other}`} className={classes.pair}>
            <p>
              <strong>{one}</strong> and <strong>{other}</strong>
            </p>
            <p className={classes.because}>{sentence(because)}</p>
            <div className={classes.choices}>
              <JudgeButton
                of={`${one} and ${other}`}
                proposal={{
                  name: 'Same party',
                  title: 'One party',
                  about: `${one} and ${other} are one party.`,
                  choice: { label: 'It goes by the name', options: optionsOf(one, other) },
                  decisionOf: ({ choice }) => ({
                    kind: 'merge',
                    of: 'parties',
                    into: choice,
                    other: choice === one ? other : one,
                  }),
                }}
              />
              <JudgeButton
                of={`${one} and ${other}`}
                proposal={{
                  name: 'Not the same',
                  title: 'Two parties',
                  about: `${one} and ${other} are two. The one that is chosen is not offered as another one again.`,
                  choice: { label: 'A party of its own', options: optionsOf(other, one) },
                  decisionOf: ({ choice }) => ({ kind: 'split', of: 'parties', name: choice }),
                }}
              />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const optionsOf = (...names: readonly string[]) => names.map((name) => ({ value: name, label: name }));
