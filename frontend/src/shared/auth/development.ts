import { dataOf, type Api } from '../api/client';
import { SessionHolder, type DevelopmentSession, type SessionState } from './session';

const STORED = 'atelier.development.user';
/** A token is not used to the last second. */
const MARGIN_MS = 60_000;

/**
 * Signed in by itself, with tokens that the service gives to anybody on its own machine.
 *
 * @param api without a token of its own
 */
export function developmentSession(
  api: Api,
  storage: Pick<Storage, 'getItem' | 'setItem'> = window.localStorage,
): DevelopmentSession {
  const holder = new SessionHolder(as(stored(storage)));
  let token: Promise<{ text: string; until: number }> | null = null;

  async function issue(): Promise<{ text: string; until: number }> {
    const { name: user, isAdmin: admin } = stored(storage);
    const answer = await dataOf(api.POST('/dev/token', { body: { user, admin } }));
    return { text: answer.token, until: Date.now() + answer.expires_in * 1000 - MARGIN_MS };
  }

  return {
    kind: 'development',
    state: holder.state,
    subscribe: holder.subscribe,
    async getToken({ forceRefresh }) {
      const known = forceRefresh ? null : await token?.catch(() => null);
      if (known === null || known === undefined || known.until < Date.now()) {
        token = issue();
      }
      return (await token)?.text ?? null;
    },
    become(name, isAdmin) {
      storage.setItem(STORED, JSON.stringify({ name, isAdmin }));
      token = null;
      holder.set(as({ name, isAdmin }));
    },
  };
}

interface Person {
  name: string;
  isAdmin: boolean;
}

function as({ name, isAdmin }: Person): SessionState {
  return { phase: 'signed_in', user: { id: isAdmin ? `${name} (admin)` : name, name, isAdmin } };
}

function stored(storage: Pick<Storage, 'getItem'>): Person {
  try {
    const { name, isAdmin } = JSON.parse(storage.getItem(STORED) ?? '') as Partial<Person>;
    return { name: name ?? 'dev', isAdmin: isAdmin === true };
  } catch {
    return { name: 'dev', isAdmin: false };
  }
}
