const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/**
 * A day, month or year as a person reads it: `1 Apr 2025`, `Apr 2025`, `2025`. Any other partial date
 * (`2025-spring`, `../2025-12-31`) is put in words where it can be and else stays as it is.
 */
export function formatDate(date: string): string {
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (day) return `${Number(day[3])} ${monthName(day[2])} ${day[1]}`;
  const month = /^(\d{4})-(\d{2})$/.exec(date);
  if (month) return `${monthName(month[2])} ${month[1]}`;
  const part = /^(\d{4})-([A-Za-z]\w+)$/.exec(date);
  if (part) return `${part[2]} ${part[1]}`;
  if (date.startsWith('../')) return `by ${formatDate(date.slice(3))}`;
  const [from, to, ...more] = date.split('/');
  if (from !== undefined && to !== undefined && more.length === 0) {
    return to === '..' ? `from ${formatDate(from)}` : `${formatDate(from)} to ${formatDate(to)}`;
  }
  return date;
}

/** `in_talks` as `in talks`: codes of the schema are words with underscores. */
export const wordsOf = (code: string): string => code.replaceAll('_', ' ');

export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const counted = (count: number, singular: string, plural = `${singular}s`): string =>
  `${count} ${count === 1 ? singular : plural}`;

/** What a text says beyond the figure it begins with: the "post-money" of "USD 300bn, post-money"; else all of it. */
export const beyondFigure = (text: string, figure: string): string =>
  text.startsWith(figure) ? text.slice(figure.length).replace(/^[,\s]+/, '') : text;

const monthName = (month: string | undefined): string => MONTHS[Number(month) - 1] ?? String(month);
