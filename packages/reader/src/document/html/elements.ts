/** What the reading does with an element. Inline elements are not listed: their words are part of the line. */
export type Role =
  /** Opens a container: a stretch of the page that a body can be looked for in. */
  | 'container'
  | 'paragraph'
  | 'heading'
  | 'item'
  | 'cell'
  | 'row'
  | 'table'
  | 'list'
  | 'pre'
  | 'caption'
  /** Stands beside the article; its headline may be the article's. */
  | 'header'
  | 'break'
  | 'link'
  /** Left out whole, from its start tag to its end tag. */
  | 'skipped'
  /** Left out whole when it is small: some pages stand in one form. */
  | 'form'
  /** Holds raw text that is no text of the page. */
  | 'raw'
  | 'title'
  | 'meta'
  | 'time'
  | 'page';

export interface Element {
  readonly name: string;
  readonly role: Role;
  /** Starting it ends an open paragraph. */
  readonly block: boolean;
  /** 1 to 6 for headings. */
  readonly level: number;
  /** Starting it ends an open one of these, up to the nearest of `within`. */
  readonly ends: readonly string[];
  readonly within: readonly string[];
}

const ROLES: Readonly<Record<Role, string>> = {
  container: 'div section article main blockquote figure center details fieldset address dl body hgroup',
  paragraph: 'p dt dd summary',
  heading: 'h1 h2 h3 h4 h5 h6',
  item: 'li',
  cell: 'td th',
  row: 'tr',
  table: 'table',
  list: 'ul ol',
  pre: 'pre listing',
  caption: 'figcaption caption',
  header: 'header',
  break: 'br hr',
  link: 'a',
  skipped:
    'nav aside footer svg math template noscript select button dialog canvas video audio object iframe map',
  form: 'form',
  raw: 'script style textarea xmp noembed noframes',
  title: 'title',
  meta: 'meta link',
  time: 'time',
  page: 'html',
};

const INLINE_ROLES: ReadonlySet<Role> = new Set(['link', 'meta', 'time', 'title', 'raw', 'page']);

const ENDS: Readonly<Record<string, readonly [ends: string, within: string]>> = {
  li: ['li', 'ul ol'],
  tr: ['tr', 'table'],
  td: ['td th', 'tr table'],
  th: ['td th', 'tr table'],
  dt: ['dt dd', 'dl'],
  dd: ['dt dd', 'dl'],
};

/** One number for a name, whatever its case; the names above have different ones. */
export const hashOf = (name: string): number => {
  let hash = 0;
  for (let index = 0; index < name.length; index += 1) hash = (hash * 31 + (name.charCodeAt(index) | 32)) | 0;
  return hash;
};

export const ELEMENTS: ReadonlyMap<number, Element> = new Map(
  Object.entries(ROLES).flatMap(([role, names]) =>
    names.split(' ').map((name): [number, Element] => {
      const [ends = '', within = ''] = ENDS[name] ?? [];
      return [
        hashOf(name),
        {
          name,
          role: role as Role,
          block: !INLINE_ROLES.has(role as Role),
          level: role === 'heading' ? Number(name[1]) : 0,
          ends: ends === '' ? [] : ends.split(' '),
          within: within === '' ? [] : within.split(' '),
        },
      ];
    }),
  ),
);

/**
 * Words in the class or id of a part of a page that is not the article: navigation, comments, sharing, related
 * stories, subscriptions, consent, advertising, bylines, and what is not shown.
 */
const ASIDE = aside(
  // In front of these anything may stand, and behind them too: "post-comments", "related-stories-2".
  'nav navbar navigation breadcrumbs? sidebar comments? commentlist disqus respond shar(?:e|ing) sharebar social socials related recommend(?:ed|ations?) recirc(?:ulation)? readmore (?:read|view)-?(?:more|next|also) more-(?:from|on|stories) most-(?:read|popular) trending outbrain taboola newsletter subscri(?:be|ption) sign-?up paywall sponsor sponsored adverts? advertisement ads? adsbygoogle cookies? consent gdpr popup footer site-?header masthead skip-?link pagination pager author-?(?:bio|box|card)',
  // These are words of other names as well, and must end one.
  'menu promos? modal overlay toolbar tags tag-?list bylines? post-?meta entry-?meta article-?meta timestamp visually-hidden sr-only screen-reader-text',
);

function aside(any: string, last: string): RegExp {
  const words = (list: string): string => list.split(' ').join('|');
  return new RegExp(
    `(?:^|[\\s"'=])(?![a-z0-9_-]*(?:has|with|no|without|is)[-_])(?:[a-z0-9]+[-_]{1,2})*(?:(?:${words(any)})(?=$|[\\s"'>_-])|(?:${words(last)})(?=$|[\\s"'>]))`,
    'i',
  );
}

/** A class that hides, unless another shows the element on wider screens: "hidden md:block". */
const HIDING = /(?:^|[\s"'=])(?:hidden|d-none)(?=$|[\s"'>])(?![^"']*:?(?:block|flex|grid)\b)/i;

const HIDDEN = /(?:^|\s)hidden(?=[\s=/]|$)|aria-hidden\s*=\s*["']?true|display\s*:\s*none/i;
const NAMED = /(?:^|\s)(?:class|id)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)/gi;
const SIDE_ROLE =
  /(?:^|\s)role\s*=\s*["']?(?:navigation|banner|complementary|contentinfo|search|dialog|alertdialog|menu|menubar|toolbar|tablist)\b/i;

/** Whether what a tag's attributes say sets its element apart from the article. */
export function isAside(attributes: string): boolean {
  if (HIDDEN.test(attributes) || SIDE_ROLE.test(attributes)) return true;
  if (attributes.length > 2000) return false;
  for (const [, value = ''] of attributes.matchAll(NAMED)) {
    if (ASIDE.test(value) || HIDING.test(value)) return true;
  }
  return false;
}

const QUOTATION =
  /(?:^|\s)type\s*=\s*["']?cite\b|\b(?:gmail_(?:quote|signature|attr)|moz-(?:cite-prefix|signature)|yahoo_quoted|protonmail_quote|OutlookMessageHeader|divRplyFwdMsg|x_gmail_quote)\b/i;

/** Whether an element of a mail holds the mail it answers, or its signature, as mail programs mark them. */
export const isQuotation = (attributes: string): boolean => QUOTATION.test(attributes);

const BODY_ROLE = /itemprop\s*=\s*["']?[^"'>]*\barticleBody\b/i;
const MAIN_ROLE = /(?:^|\s)role\s*=\s*["']?(?:main|article)\b/i;

/** How plainly an element says that it holds the article: 3 its text, 2 the article, 1 the main part, 0 not at all. */
export function bodyRank(name: string, attributes: string): 0 | 1 | 2 | 3 {
  if (attributes !== '' && BODY_ROLE.test(attributes)) return 3;
  if (name === 'article') return 2;
  return name === 'main' || (attributes !== '' && MAIN_ROLE.test(attributes)) ? 1 : 0;
}
