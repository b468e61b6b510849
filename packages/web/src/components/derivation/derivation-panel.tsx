import { Drawer } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import type { DerivationView } from '@tranche/service/views';
import { useMemo } from 'react';
import { useChangeSearch } from '../../app/use-change-search.ts';
import { counted, formatDate, sentence } from '../format.ts';
import classes from './derivation.module.css';
import { groundsBelow, indexOf } from './derivation-index.ts';
import { DerivationNode } from './derivation-node.tsx';

/** An answer whose figures can be opened; its name is the one its `DerivationScope` carries. */
export interface OpenableAnswer {
  readonly name: string;
  readonly title: string;
  readonly derivation: DerivationView;
}

/** The panel at the side that opens when a number is pressed: what the number rests on, down to the quotes. */
export function DerivationPanel({ answers }: { readonly answers: readonly OpenableAnswer[] }) {
  const search = useSearch({ from: '__root__' });
  const changeSearch = useChangeSearch();
  const answer = answers.find(({ name }) => name === search.in);
  const opened = search.node !== undefined && answer !== undefined;
  const close = () => changeSearch(({ node: _node, in: _scope, ...rest }) => rest);
  return (
    <Drawer.Root
      opened={opened}
      onClose={close}
      position="right"
      size="min(36rem, 100vw)"
      lockScroll={false}
      classNames={{ content: classes.panel ?? '' }}
    >
      <Drawer.Overlay backgroundOpacity={0.25} />
      <Drawer.Content data-panel-open="">
        <div className={classes.panelHead}>
          <Drawer.Title className={classes.panelTitle}>{answer?.title ?? 'What it rests on'}</Drawer.Title>
          <Drawer.CloseButton aria-label="Close" />
        </div>
        <Drawer.Body className={classes.panelBody}>
          {opened && <Derivation answer={answer} node={search.node ?? ''} />}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}

function Derivation({ answer, node }: { readonly answer: OpenableAnswer; readonly node: string }) {
  const index = useMemo(() => indexOf(answer.derivation), [answer.derivation]);
  const root = index.get(node);
  const grounds = useMemo(() => groundsBelow(index, node), [index, node]);
  if (root === undefined) {
    return (
      <p>
        This answer does not hold the figure “{node}”. With other dates it may have been built from other
        parts; close the panel and press the number again.
      </p>
    );
  }
  return (
    <>
      <div className={classes.rootValue}>
        <h2 className={classes.rootLabel}>{sentence(root.label)}</h2>
        <p className={classes.rootText}>{root.text}</p>
        <p className={classes.rootFacts}>
          {root.basis !== undefined && <span>Basis: {root.basis}</span>}
          {root.date !== undefined && <span>Of {formatDate(root.date)}</span>}
        </p>
        <p className={classes.rootFacts}>
          {grounds.size === 0
            ? 'Rests on nothing that was said: it is unknown.'
            : `Rests on ${[...grounds].map(([kind, count]) => counted(count, kind)).join(', ')}.`}
        </p>
      </div>
      <DerivationNode index={index} node={root} depth={0} />
    </>
  );
}
