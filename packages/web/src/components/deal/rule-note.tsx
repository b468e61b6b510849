import classes from './terms.module.css';

/** The rule that chose wherever no other one is named. */
export function RuleNote({ rule }: { readonly rule: string }) {
  return (
    <p className={classes.common}>
      <strong>The rule:</strong> {rule}.
    </p>
  );
}
