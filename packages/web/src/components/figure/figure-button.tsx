import { useSearch } from '@tanstack/react-router';
import type { FigureView } from '@tranche/service/views';
import { useChangeSearch } from '../../app/use-change-search.ts';
import { useDerivationScope } from './derivation-scope.tsx';
import classes from './figure-button.module.css';

/** A number of an answer. Pressing it opens what it rests on; the address keeps which one is open. */
export function FigureButton({
  figure,
  label,
  large = false,
}: {
  readonly figure: FigureView;
  /** What the number is, for those who do not see where it stands: "committed by SoftBank". */
  readonly label: string;
  readonly large?: boolean;
}) {
  const scope = useDerivationScope();
  const search = useSearch({ from: '__root__' });
  const changeSearch = useChangeSearch();
  const open = search.node === figure.node && search.in === scope;
  return (
    <button
      type="button"
      className={classes.figure}
      data-large={large || undefined}
      data-open={open || undefined}
      data-unknown={figure.text === 'unknown' || undefined}
      aria-haspopup="dialog"
      aria-label={`${label}: ${figure.text}. Show what it rests on`}
      title="Show what it rests on"
      onClick={() => changeSearch((search) => ({ ...search, node: figure.node, in: scope }))}
    >
      {figure.text}
    </button>
  );
}
