import { type MouseEvent, memo } from 'react';
import classes from './report.module.css';
import { linesOf, type Marked, type Segment, segmentsOf } from './segments.ts';

/** Short lines between the headline and the first empty line say who published it and when. */
const LONGEST_HEAD_LINE = 90;

/**
 * A source's text with its claims marked. Each quote ends in a number that leads to its card; the arguments found
 * in it are underlined. Pressing a marked run chooses its claim.
 */
export const ReportText = memo(function ReportText({
  text,
  marked,
  active,
  onPoint,
  onChoose,
}: {
  readonly text: string;
  readonly marked: readonly Marked[];
  readonly active: string | undefined;
  readonly onPoint: (claim: string | undefined) => void;
  readonly onChoose: (claim: string) => void;
}) {
  const notes = new Map(marked.map((one) => [one.id, one]));
  const runs = (segments: readonly Segment[]) =>
    segments.map((segment) => (
      <Run
        key={segment.start}
        segment={segment}
        active={active}
        notes={notes}
        onPoint={onPoint}
        onChoose={onChoose}
      />
    ));
  const lines = linesOf(text);
  const headEnd = lines.findIndex(([start, end]) => text.slice(start, end).trim() === '');
  return (
    <div className={classes.text}>
      {lines.map((line, index) => {
        if (text.slice(...line).trim() === '') return null;
        const headLine = index < headEnd && line[1] - line[0] <= LONGEST_HEAD_LINE;
        return (
          <p key={line[0]} className={index === 0 ? classes.firstLine : headLine ? classes.meta : undefined}>
            {runs(segmentsOf(text, line, marked))}
          </p>
        );
      })}
    </div>
  );
});

function Run({
  segment,
  active,
  notes,
  onPoint,
  onChoose,
}: {
  readonly segment: Segment;
  readonly active: string | undefined;
  readonly notes: ReadonlyMap<string, Marked>;
  readonly onPoint: (claim: string | undefined) => void;
  readonly onChoose: (claim: string) => void;
}) {
  const claims = [...new Set([...segment.quotes, ...segment.fields.map(({ claim }) => claim)])];
  if (claims.length === 0) return segment.text;
  const quoted = segment.quotes.length > 0;
  // Of overlapping claims, pressing chooses the next one, so that each can be reached.
  const choose = (event: MouseEvent) => {
    if (event.detail > 1) return;
    const next = claims[(claims.indexOf(active ?? '') + 1) % claims.length];
    if (next !== undefined) onChoose(next);
  };
  const fieldOfActive = segment.fields.find(({ claim }) => claim === active)?.field;
  const fields = [...new Set(segment.fields.map(({ field }) => field))];
  return (
    <>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a help for the pointer; keys use the numbers. */}
      <mark
        className={classes.mark}
        data-quote={quoted || undefined}
        data-argument={segment.fields.length > 0 || undefined}
        data-active={(active !== undefined && segment.quotes.includes(active)) || undefined}
        data-active-argument={fieldOfActive !== undefined || undefined}
        data-start={segment.start}
        title={fields.length > 0 ? fields.join(', ') : undefined}
        onMouseEnter={() => onPoint(claims[0])}
        onMouseLeave={() => onPoint(undefined)}
        onClick={choose}
      >
        {segment.text}
      </mark>
      {segment.endingHere.map((claim) => (
        <a
          key={claim}
          href={`#claim-${claim}`}
          id={`mark-${claim}`}
          className={classes.number}
          data-active={claim === active || undefined}
          aria-label={`${notes.get(claim)?.name}: go to its card`}
          onFocus={() => onPoint(claim)}
          onBlur={() => onPoint(undefined)}
          onMouseEnter={() => onPoint(claim)}
          onMouseLeave={() => onPoint(undefined)}
          onClick={(event) => {
            event.preventDefault();
            onChoose(claim);
          }}
        >
          {notes.get(claim)?.sign}
        </a>
      ))}
    </>
  );
}
