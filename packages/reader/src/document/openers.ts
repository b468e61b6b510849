import { email } from './email/email.ts';
import { feed } from './feed/feed.ts';
import { html } from './html/html.ts';
import { markdown } from './markdown/markdown.ts';
import type { Opener } from './opened-document.ts';
import { plainText } from './plain-text.ts';

export { plainText };

/** Every format, in the order they are tried: one that begins unmistakably stands before one that hardly does. */
export const OPENERS: readonly Opener[] = [email, feed, html, markdown, plainText];
