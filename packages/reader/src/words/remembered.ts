/** So many answers are kept at most; then all are forgotten, which costs less than to keep count of their use. */
const MOST = 8192;

/** `find`, asked once for each string as long as there is room: names and words come again from text to text. */
export function remembered<T>(find: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as T;
    if (known.size >= MOST) known.clear();
    const found = find(text);
    known.set(text, found);
    return found;
  };
}
