/**
 * What `work` makes of each thing, in the order of the things, with at most `most` of them under way: the next is not
 * asked for before there is room, so that nothing piles up however fast the source or slow the reader is.
 */
export async function* inOrder<T, R>(
  things: AsyncIterable<T>,
  most: number,
  work: (thing: T) => Promise<R>,
): AsyncGenerator<R, void> {
  const underWay: Promise<R>[] = [];
  try {
    for await (const thing of things) {
      const result = work(thing);
      // Awaited below; without this a failure meanwhile would count as nobody's.
      result.catch(() => {});
      underWay.push(result);
      if (underWay.length >= most) yield await (underWay.shift() as Promise<R>);
    }
    while (underWay.length > 0) yield await (underWay.shift() as Promise<R>);
  } finally {
    await Promise.allSettled(underWay);
  }
}
