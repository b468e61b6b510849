const MONTH_NAMES =
  'january february march april may june july august september october november december'.split(' ');
export const MONTH =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Jun\\.?|Jul\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?';
export const WEEKDAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');
export const SEASON = 'spring|summer|autumn|fall|winter';
export const QUARTERS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  final: 4,
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
};

/** 1 to 12. */
export const monthNumber = (name: string): number =>
  MONTH_NAMES.findIndex((month) => month.startsWith(name.slice(0, 3).toLowerCase())) + 1;

const NUMBERS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** "a", "three", "18". */
export const numberOf = (word: string): number => {
  const lower = word.toLowerCase();
  if (lower === 'a' || lower === 'an') return 1;
  if (lower === 'eighteen') return 18;
  return NUMBERS.includes(lower) ? NUMBERS.indexOf(lower) : Number(lower);
};
