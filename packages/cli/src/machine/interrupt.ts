/**
 * A signal that is aborted by the first Ctrl-C; the second ends the process at once, as without this. `done` lets
 * Ctrl-C be what it was before.
 */
export function interruptSignal(): { readonly signal: AbortSignal; readonly done: () => void } {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  process.once('SIGINT', stop);
  return { signal: controller.signal, done: () => process.off('SIGINT', stop) };
}
