import type { Report } from './reader-workload.ts';

const LINKS = 60;
const SCRIPT_LINES = 300;
const STYLE_RULES = 200;

/** Workload A2: the same reports as pages, with the menus, scripts and styles that real ones carry, and entities. */
export const pageOf = ({ text }: Report, number: number): string =>
  `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Report ${number}</title>
<style>
${times(STYLE_RULES, (rule) => `.c${rule} { margin: ${rule}px 0; color: #369 }`)}
</style>
<script>
${times(SCRIPT_LINES, (line) => `if (w.v < ${line} && q) { t("e${line}", 1); }`)}
</script>
</head>
<body>
${menu('top')}
<main>
<article>
<h1>Report ${number}</h1>
${text
  .split('\n\n')
  .map((paragraph) => `<p>${escaped(paragraph)}</p>`)
  .join('\n')}
</article>
</main>
${menu('foot')}
</body>
</html>
`;

/** Workload A3: the pages as uncompressed response records. */
export function archiveOf(pages: readonly string[]): Uint8Array {
  const records = pages.map((page, number) => {
    const response = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page}`;
    const head = [
      'WARC/1.0',
      'WARC-Type: response',
      `WARC-Target-URI: https://reports.example/${number}`,
      'WARC-Date: 2025-01-02T00:00:00Z',
      `WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-${String(number).padStart(12, '0')}>`,
      'Content-Type: application/http; msgtype=response',
      `Content-Length: ${new TextEncoder().encode(response).length}`,
    ].join('\r\n');
    return `${head}\r\n\r\n${response}\r\n\r\n`;
  });
  return new TextEncoder().encode(records.join(''));
}

const menu = (name: string): string =>
  `<nav class="${name}"><ul>\n${times(LINKS / 2, (link) => `<li><a href="/${name}/${link}">Topic ${link}</a></li>`)}\n</ul></nav>`;

const times = (count: number, line: (number: number) => string): string =>
  Array.from({ length: count }, (_, number) => line(number)).join('\n');

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '€': '&euro;',
  '£': '&#163;',
};

const escaped = (text: string): string => text.replaceAll(/[&€£]/g, (sign) => ENTITIES[sign] ?? sign);
