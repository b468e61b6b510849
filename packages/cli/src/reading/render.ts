import type { Failure } from '@tranche/core/result';
import type { Archived, JobRead } from '@tranche/service/batch';
import { aboutSource, claimViewOf, type ReadDocument } from '@tranche/service/document';
import { readPage } from '@tranche/service/page';
import type { DraftsView } from '@tranche/service/views';
import { claimsTable } from './claims-table.ts';

/** What is to be made of a document. */
export type Form =
  /** An object with its claims and what is known of its source, on one line where there are several documents. */
  | { readonly kind: 'json'; readonly isLine: boolean }
  /** The same, as a file of its own. */
  | { readonly kind: 'file' }
  /** A page with its text and the claims marked. */
  | { readonly kind: 'page' }
  | { readonly kind: 'table'; readonly columns: number; readonly colours: boolean };

/** A document as text in each of the forms asked for, with what the command needs to know of it. */
export interface Rendered {
  readonly name: string;
  readonly isDated: boolean;
  readonly texts: readonly string[];
  readonly drafts?: DraftsView;
}

export interface RenderedJob {
  readonly input: string;
  readonly isArchived: boolean;
  readonly documents: readonly Rendered[];
  readonly failures: readonly Failure[];
}

/** Claims that a language model adds to a document, and what became of its drafts. */
export type AddDrafts = (
  document: ReadDocument,
) => Promise<{ readonly document: ReadDocument; readonly drafts: DraftsView }>;

/** What became of a job as text: little to send between threads, and the same whoever makes it. */
export async function renderJob(
  { input, archived, documents, failures }: JobRead,
  forms: readonly Form[],
  addDrafts?: AddDrafts,
): Promise<RenderedJob> {
  const about = aboutArchived(archived);
  const isLine = archived !== undefined || documents.length > 1;
  const rendered: Rendered[] = [];
  for (const read of documents) {
    const { document, drafts } =
      addDrafts === undefined ? { document: read, drafts: undefined } : await addDrafts(read);
    const { source } = document;
    // A table has no room for places, and working them out takes the whole way back to the file.
    const original = forms.some(({ kind }) => kind === 'json' || kind === 'file')
      ? source.original
      : undefined;
    const views = document.claims.map((claim) => claimViewOf(claim, { original }));
    const content = {
      ...about,
      claims: views.map(({ json }) => json),
      source: aboutSource(source, undefined),
      ...(drafts === undefined ? {} : { drafts }),
    };
    const render = (form: Form): string => {
      if (form.kind === 'page') return readPage({ ...source, claims: views });
      if (form.kind === 'table') return claimsTable(source, views, form);
      return form.kind === 'json' && (form.isLine || isLine)
        ? `${JSON.stringify({ name: source.name, ...content })}\n`
        : `${JSON.stringify(content, null, 2)}\n`;
    };
    rendered.push({
      name: source.name,
      isDated: source.published !== undefined,
      texts: forms.map(render),
      ...(drafts === undefined ? {} : { drafts }),
    });
  }
  return { input, isArchived: archived !== undefined, documents: rendered, failures };
}

/** Where a document of an archive came from: its address, when it was fetched, and where in the archive it lies. */
function aboutArchived(archived: Archived | undefined): object {
  if (archived === undefined) return {};
  const { url, retrieved, place } = archived;
  return {
    ...(url === undefined ? {} : { url }),
    ...(retrieved === undefined ? {} : { retrieved }),
    place: { ...place },
  };
}
