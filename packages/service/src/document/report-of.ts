import { MOST_CHARACTERS, type ReportRequest } from '../views/index.ts';
import type { ReadDocument } from './read-document.ts';

/** A document that was read, as it is handed to a workspace. A headline or a name that fills pages is cut. */
export function reportOf({ source }: ReadDocument): ReportRequest {
  const { text, name, published, publisher, title, author, language, url, original } = source;
  const report: ReportRequest = {
    text,
    name: name.slice(0, MOST_CHARACTERS.name),
    ...(published === undefined ? {} : { published }),
    ...(publisher === undefined ? {} : { publisher: publisher.slice(0, MOST_CHARACTERS.publisher) }),
    ...(url === undefined ? {} : { url: url.slice(0, MOST_CHARACTERS.url) }),
  };
  if (original === undefined) return report;
  const { segments, ...file } = original;
  return {
    ...report,
    title: title.slice(0, MOST_CHARACTERS.title),
    ...(author === undefined ? {} : { author: author.slice(0, MOST_CHARACTERS.author) }),
    ...(language === undefined ? {} : { language: language.slice(0, MOST_CHARACTERS.language) }),
    original: { ...file, segments: { in: segments.in, runs: [...segments.runs] } },
  };
}
