import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { TokenProvider } from '../api/authorisedFetch';
import { Atelier, type AtelierSettings } from './atelier';

interface Within {
  atelier: Atelier;
  isAuthenticated: boolean;
}

const AtelierContext = createContext<Within | null>(null);

export interface AtelierProviderProps extends Pick<AtelierSettings, 'baseUrl' | 'transports' | 'fetch'> {
  /** Gives the signed-in user's token before every request; may be a new function on each render. */
  getToken: TokenProvider;
  /**
   * Who is signed in, such as the user's id: another one starts with nothing that was known of the
   * one before. Null while nobody is.
   */
  user?: string | null;
  children: ReactNode;
}

/** Makes one Atelier service available to the hooks and the panel below it. */
export function AtelierProvider({
  baseUrl,
  transports,
  fetch,
  getToken,
  user = 'unnamed',
  children,
}: AtelierProviderProps): ReactNode {
  const [tokens] = useState(() => new LatestTokens(getToken));
  useEffect(() => tokens.use(getToken), [tokens, getToken]);

  const within = useMemo<Within>(() => {
    const settings: AtelierSettings = {
      getToken: user === null ? nobody : tokens.get,
      ...(baseUrl === undefined ? {} : { baseUrl }),
      ...(transports === undefined ? {} : { transports }),
      ...(fetch === undefined ? {} : { fetch }),
    };
    return { atelier: new Atelier(settings), isAuthenticated: user !== null };
  }, [baseUrl, transports, fetch, user, tokens]);

  return <AtelierContext value={within}>{children}</AtelierContext>;
}

/** Asks whoever was the last to offer tokens. */
class LatestTokens {
  private provider: TokenProvider;

  constructor(provider: TokenProvider) {
    this.provider = provider;
  }

  readonly get: TokenProvider = (ask) => this.provider(ask);

  use(provider: TokenProvider): void {
    this.provider = provider;
  }
}

function nobody(): Promise<null> {
  return Promise.resolve(null);
}

/** @throws Error outside of an AtelierProvider */
export function useAtelier(): Atelier {
  return useWithin().atelier;
}

export function useIsAuthenticated(): boolean {
  return useWithin().isAuthenticated;
}

function useWithin(): Within {
  const within = useContext(AtelierContext);
  if (within === null) {
    throw new Error('This hook works within an <AtelierProvider> only');
  }
  return within;
}
