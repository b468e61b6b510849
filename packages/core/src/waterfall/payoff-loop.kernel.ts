/**
 * The inner loops of bulk evaluation as a WebAssembly module, since only that reaches the two-wide arithmetic of the
 * processor. It is assembled here from the instructions below, for one table: its sizes stand in the code as
 * constants and the columns of a row are unrolled.
 */

/** Where things lie in the module's memory, in bytes. */
export interface LoopLayout {
  /** Addresses of rows, as 32-bit integers, by the leading bits of an exit from `firstBucket` to `lastBucket`. */
  readonly hints: number;
  readonly firstBucket: number;
  readonly lastBucket: number;
  /** Bytes of a row, see `rowBytesOf`. */
  readonly rowBytes: number;
  readonly columns: number;
  /** What the memory must hold. */
  readonly size: number;
}

/** Sign, exponent and eight bits of the fraction: what is left of the upper half of an exit is its bucket. */
export const BUCKET_SHIFT = 12;

/** Places in a row, in numbers of 8 bytes: its start, that of the next row, four tallies of count and excess. */
export const ROW = { start: 0, next: 1, tallies: 2, columns: 10 } as const;
export const TALLIES = 4;
/** After them, for each two columns: slope, slope, paid, paid. */
export const rowBytesOf = (columns: number): number => 8 * (ROW.columns + 4 * Math.ceil(columns / 2));

/** The loops, over the exits from one byte address up to another, and the memory they work on. */
export interface PayoffLoops {
  readonly memory: ArrayBuffer;
  /**
   * Writes `paid + slope × (exit − start)` of every column for each exit, from the address `payouts` on. With an odd
   * number of columns it writes one number too many, which the next exit overwrites: the memory needs 8 spare bytes.
   */
  readonly pay: (exits: number, end: number, payouts: number) => void;
  /** Adds one and `exit − start` to a tally of the exit's row; the four in turn, so that no addition waits for the last. */
  readonly tally: (exits: number, end: number, first: 0) => void;
}

/** Assembles the loops for a table of this layout. */
export function assembleLoops(layout: LoopLayout): PayoffLoops {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(moduleBytes(layout)));
  return {
    memory: (exports.memory as WebAssembly.Memory).buffer as ArrayBuffer,
    pay: exports.pay as PayoffLoops['pay'],
    tally: exports.tally as PayoffLoops['tally'],
  };
}

const PAGE = 65_536;
const [I32, F64, V128] = [0x7f, 0x7c, 0x7b];

function moduleBytes(layout: LoopLayout): Uint8Array<ArrayBuffer> {
  const type = [0x60, ...vector([[I32], [I32], [I32]]), 0];
  // After the three parameters: row, address (i32), exit (f64), distance (v128).
  const locals = vector([
    [2, I32],
    [1, F64],
    [1, V128],
  ]);
  const body = (code: readonly number[]): number[] => {
    const whole = [...locals, ...code, END];
    return [...unsigned(whole.length), ...whole];
  };
  const named = (name: string, kind: number, index: number): number[] => [...text(name), kind, index];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, vector([type])),
    ...section(3, vector([[0], [0]])),
    ...section(5, vector([[0, ...unsigned(Math.ceil(layout.size / PAGE))]])),
    ...section(7, vector([named('pay', 0, 0), named('tally', 0, 1), named('memory', 2, 0)])),
    ...section(
      10,
      vector([body(forEachExit(layout, payments(layout))), body(forEachExit(layout, tallying()))]),
    ),
  ]);
}

const [EXIT, STOP, OUT, AT, ADDRESS, X, DISTANCE] = [0, 1, 2, 3, 4, 5, 6];
const [BLOCK, IF, END] = [0x03, 0x04, 0x0b];
const NOTHING = 0x40;

const get = (local: number): number[] => [0x20, local];
const set = (local: number): number[] => [0x21, local];
const constant = (value: number): number[] => [0x41, ...signed(value)];
const loadInteger = (offset: number): number[] => [0x28, 2, ...unsigned(offset)];
const loadNumber = (offset: number): number[] => [0x2b, 3, ...unsigned(offset)];
const ONE = [0x44, 0, 0, 0, 0, 0, 0, 0xf0, 0x3f];
const SELECT = 0x1b;
const LESS = 0x48;
const MORE = 0x4a;
const BELOW_ADDRESS = 0x49;
const AT_LEAST_NUMBER = 0x66;
const ADD = 0x6a;
const SUBTRACT = 0x6b;
const AND = 0x71;
const SHIFT_LEFT = 0x74;
const SHIFT_RIGHT = 0x75;
const SUBTRACT_NUMBER = 0xa1;
const branch = (depth: number): number[] => [0x0c, depth];
const branchIf = (depth: number): number[] => [0x0d, depth];
const SPREAD = [0xfd, 0x14];
const REPLACE_FIRST = [0xfd, 0x22, 0];
const ADD_PAIR = [0xfd, 0xf0, 0x01];
const MULTIPLY_PAIR = [0xfd, 0xf2, 0x01];
const loadPair = (offset: number): number[] => [0xfd, 0x00, 3, ...unsigned(offset)];
const storePair = (offset: number): number[] => [0xfd, 0x0b, 3, ...unsigned(offset)];

/** Runs `body` for each exit, with the exit in X and the address of its row in AT. */
function forEachExit(
  { hints, firstBucket, lastBucket, rowBytes }: LoopLayout,
  body: readonly number[],
): readonly number[] {
  const within = (bound: number, relation: number): number[] => [
    ...[...get(ADDRESS), ...constant(bound), ...get(ADDRESS), ...constant(bound), relation, SELECT],
    ...set(ADDRESS),
  ];
  return [
    ...[BLOCK, NOTHING],
    ...[...get(EXIT), ...loadNumber(0), ...set(X)],
    // The row by the leading bits of the exit, kept within the table of hints; the sign counts, so −0 is the least.
    ...[...get(EXIT), ...loadInteger(4), ...constant(BUCKET_SHIFT), SHIFT_RIGHT, ...set(ADDRESS)],
    ...within(firstBucket, MORE),
    ...within(lastBucket, LESS),
    ...[...get(ADDRESS), ...constant(firstBucket), SUBTRACT, ...constant(2), SHIFT_LEFT],
    ...[...loadInteger(hints), ...set(AT)],
    // Onwards while the next row starts at or below the exit.
    ...[BLOCK, NOTHING, ...get(X), ...get(AT), ...loadNumber(8 * ROW.next), AT_LEAST_NUMBER],
    ...[IF, NOTHING, ...get(AT), ...constant(rowBytes), ADD, ...set(AT), ...branch(1), END, END],
    ...[...get(X), ...get(AT), ...loadNumber(8 * ROW.start), SUBTRACT_NUMBER, ...SPREAD, ...set(DISTANCE)],
    ...body,
    ...[...get(EXIT), ...constant(8), ADD, ...set(EXIT)],
    ...[...get(EXIT), ...get(STOP), BELOW_ADDRESS, ...branchIf(0), END],
  ];
}

function payments({ columns }: LoopLayout): readonly number[] {
  const pairs = Array.from({ length: Math.ceil(columns / 2) }, (_, pair) => {
    const place = 8 * ROW.columns + 32 * pair;
    const slopes = [...get(AT), ...loadPair(place)];
    const paid = [...get(AT), ...loadPair(place + 16)];
    return [
      ...[...get(OUT), ...slopes, ...get(DISTANCE), ...MULTIPLY_PAIR],
      ...[...paid, ...ADD_PAIR, ...storePair(16 * pair)],
    ];
  });
  return [...pairs.flat(), ...get(OUT), ...constant(8 * columns), ADD, ...set(OUT)];
}

function tallying(): readonly number[] {
  const place = 8 * ROW.tallies;
  return [
    ...[...get(AT), ...get(OUT), ADD, ...set(ADDRESS)],
    ...[...get(ADDRESS), ...get(ADDRESS), ...loadPair(place)],
    ...[...get(DISTANCE), ...ONE, ...REPLACE_FIRST, ...ADD_PAIR, ...storePair(place)],
    ...[...get(OUT), ...constant(16), ADD, ...constant(16 * (TALLIES - 1)), AND, ...set(OUT)],
  ];
}

const section = (id: number, content: readonly number[]): number[] => [
  id,
  ...unsigned(content.length),
  ...content,
];
const vector = (items: readonly (readonly number[])[]): number[] => [
  ...unsigned(items.length),
  ...items.flat(),
];
const text = (name: string): number[] => vector([...name].map((letter) => [letter.charCodeAt(0)]));

/** LEB128, seven bits to a byte. */
function unsigned(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
}

function signed(value: number): number[] {
  const [low, rest] = [value & 127, value >> 7];
  const last = (rest === 0 && low < 64) || (rest === -1 && low >= 64);
  return last ? [low] : [low | 128, ...signed(rest)];
}
