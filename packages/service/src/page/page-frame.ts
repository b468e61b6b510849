import { type Html, html } from './html.ts';
import { STYLE } from './style.ts';

/**
 * A whole page in one file: no scripts, nothing fetched from anywhere, and a policy that would stop both. It reads
 * the same without its style. `more` is style of this page alone.
 */
export const pageFrame = (title: string, body: Html, more?: Html): string =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}${more}</style>
</head>
<body>
${body}</body>
</html>
`.markup;
