import type { DraftsView } from '@tranche/service/views';
import { wordsOf } from '../../components/format.ts';
import classes from './read-page.module.css';

/** What became of a language model's drafts, and what of its work failed. */
export function DraftsNote({ drafts }: { readonly drafts: DraftsView }) {
  const { model, drafted, taken, repeated, dropped, failures } = drafts;
  const reasons = Object.entries(dropped).map(([reason, count]) => `${wordsOf(reason)} ${count}`);
  return (
    <div className={`${classes.counts} ${classes.drafts}`}>
      <p>
        {model}: {drafted} drafted, {taken} taken, {repeated} said already
        {reasons.length > 0 && `, dropped: ${reasons.join(', ')}`}.
      </p>
      {failures.map(({ code, path, message }) => (
        <p key={`${code} ${path}`} role="alert">
          {message}
        </p>
      ))}
    </div>
  );
}
