/**
 * Runs one step, printing a short line before and after it.
 * @template T
 * @param {string} doing what is being done, e.g. "building the web app"
 * @param {() => Promise<T> | T} step
 * @returns {Promise<T>}
 */
export async function withProgress(doing, step) {
  const start = performance.now();
  say(`${doing} …`);
  const result = await step();
  say(`${doing}: done in ${secondsSince(start)}`);
  return result;
}

/**
 * Prints one line of progress.
 * @param {string} line
 */
export function say(line) {
  console.log(`  ${line}`);
}

/**
 * Time passed since `start` as text, e.g. "1.4 s".
 * @param {number} start from `performance.now()`
 */
export function secondsSince(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}
