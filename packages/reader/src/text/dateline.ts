/** `PLACE, Nov. 14, 2024 (AGENCY) -- `, `(Agency) - `, `/Newswire/ -- `, `Nov 7 `: where and by whom a report was filed. */
const DATELINE =
  /^\s*(?:(?:[\p{Lu}][\p{L}.'’-]*(?:[ ,/]+(?:and )?[\p{Lu}][\p{L}.'’-]*){0,6})?,? ?(?:[(/–-]{0,2}(?:\p{Lu}\p{Ll}{2,8}\.? \d{1,2}|\d{1,2} \p{Lu}\p{Ll}{2,8})(?:,? \d{4})?[)]?)?,? ?[-–—]* ?(?:\([\p{Lu}][\p{L} .&]{1,24}\)|\/[\p{Lu}][\p{L} .-]{2,24}\/)\s*(?:--|[-–—:])\s*|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.? \d{1,2}(?:,? \d{4})? (?:[-–—(]+[\p{L}]*[)]?\s*[-–—]*\s*)?(?=\p{Lu}))/u;

/** How many characters of a line its dateline takes. */
export const datelineLength = (line: string): number => DATELINE.exec(line)?.[0].length ?? 0;
