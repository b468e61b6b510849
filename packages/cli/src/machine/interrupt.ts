export interface Interrupt {
  readonly signal: AbortSignal;
  /** What the iterable gives until Ctrl-C; what it was busy with then is not waited for. */
  until<T>(things: AsyncIterable<T>): AsyncGenerator<T, void>;
  /** Lets Ctrl-C be what it was before. */
  done(): void;
}

/** The first Ctrl-C aborts the signal; the second ends the process at once, as without this. */
export function interruptSignal(): Interrupt {
  const controller = new AbortController();
  const { signal } = controller;
  const stop = (): void => controller.abort();
  process.once('SIGINT', stop);
  const stopped = new Promise<undefined>((resolve) =>
    signal.addEventListener('abort', () => resolve(undefined), { once: true }),
  );
  return {
    signal,
    async *until(things) {
      const iterator = things[Symbol.asyncIterator]();
      try {
        for (;;) {
          const next = await Promise.race([stopped, iterator.next()]);
          if (next === undefined || next.done === true || signal.aborted) return;
          yield next.value;
        }
      } finally {
        if (!signal.aborted) await iterator.return?.();
      }
    },
    done: () => process.off('SIGINT', stop),
  };
}
