/** Twice a second is as often as a person reads it. */
const INTERVAL_MS = 500;

export interface ProgressLine {
  /** The empty text takes the line away. */
  readonly show: (text: string) => void;
  /** Makes room for what is printed next. */
  readonly clear: () => void;
}

/** One line that is written over again and again, at the end of what a terminal shows. `now` is in milliseconds. */
export function progressLine(write: (text: string) => void, now: () => number): ProgressLine {
  let shownAt = Number.NEGATIVE_INFINITY;
  let isShown = false;
  const clear = (): void => {
    if (isShown) write('\r\u001b[2K');
    isShown = false;
  };
  return {
    clear,
    show: (text) => {
      if (text === '') return clear();
      if (now() - shownAt < INTERVAL_MS) return;
      clear();
      write(text);
      shownAt = now();
      isShown = true;
    },
  };
}
