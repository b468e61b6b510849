import { ok, type Result } from '@tranche/core/result';
import type { Clock, DraftModel } from '@tranche/service/ports';
import { logWorkspace, type Workspace } from '@tranche/service/workspace';
import { folderOwner } from '@tranche/store/lock';
import { type OpenStore, openFolderStore, openServerStore } from '@tranche/store/store';
import { remoteWorkspace } from './remote-workspace.ts';

/** Where a workspace is kept: a folder of this machine, or a PostgreSQL server. */
export type StorePlace = { readonly folder: string } | { readonly url: string };

export const openStore = (place: StorePlace): Promise<Result<OpenStore>> =>
  'folder' in place ? openFolderStore(place.folder) : openServerStore(place.url);

/**
 * The workspace of a place: taken for this process, or, when a running server owns the folder, asked of that
 * server, with the model that server was started with. Fails: STORE_LOCKED by a process that serves nothing, STORE_UNREADABLE.
 */
export async function openWorkspace(
  place: StorePlace,
  clock: Clock,
  model?: DraftModel,
): Promise<Result<Workspace>> {
  const store = await openStore(place);
  if (store.ok) return ok(logWorkspace(store.value.log, clock, model));
  const owner =
    store.failure.code === 'STORE_LOCKED' && 'folder' in place ? folderOwner(place.folder) : undefined;
  return owner?.address === undefined ? store : ok(remoteWorkspace(owner.address));
}
