import { createContext, type ReactNode, useContext } from 'react';

const ScopeContext = createContext('');

/** Names the answer whose derivation holds the figures below: the deal, a ranking, the check of one claim. */
export function DerivationScope({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return <ScopeContext value={name}>{children}</ScopeContext>;
}

export const useDerivationScope = (): string => useContext(ScopeContext);
