import type { PartyBook } from '../party/index.ts';
import type { Statement } from '../statement/index.ts';
import type { RoleView } from './view.ts';

/**
 * What each party does in a venture, by party id, with everything that says so; "partner" is the role of those whom
 * a text lists without more. What texts leave out counts for nothing; what is denied is left out.
 */
export function rolesOf(
  statements: readonly Statement[],
  { partyOf }: PartyBook,
): ReadonlyMap<string, { readonly name: string; readonly roles: readonly RoleView[] }> {
  const found = new Map<string, { readonly name: string; readonly roles: Map<string, string[]> }>();
  const add = (name: string, role: string, statement: string): void => {
    const party = partyOf(name);
    const known = found.get(party.id) ?? { name: party.name, roles: new Map<string, string[]>() };
    found.set(party.id, known);
    known.roles.set(role, [...new Set([...(known.roles.get(role) ?? []), statement])]);
  };
  for (const { body, denied, id } of statements) {
    if (body.type !== 'venture' || denied) continue;
    for (const partner of body.partners) add(partner, 'partner', id);
    for (const { party, role } of body.roles) add(party, role, id);
  }
  return new Map(
    [...found].map(([id, { name, roles }]) => [
      id,
      { name, roles: [...roles].map(([role, said]) => ({ role, statements: said })) },
    ]),
  );
}
