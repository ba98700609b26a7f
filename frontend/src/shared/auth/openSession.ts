import { createApi, dataOf, DEFAULT_BASE_URL } from '../api/client';
import type { ServiceConfig } from '../api/types';
import { developmentSession } from './development';
import type { Session } from './session';

export interface Opened {
  config: ServiceConfig;
  /** Null where the service believes Firebase but does not say how to reach it. */
  session: Session | null;
}

/** Asks the service how to sign in, and gets ready for it. @throws ApiError */
export async function openSession(baseUrl = DEFAULT_BASE_URL): Promise<Opened> {
  const api = createApi({ baseUrl, getToken: () => Promise.resolve(null) });
  const config = await dataOf<ServiceConfig>(api.GET('/config'));
  if (config.auth.kind === 'development') {
    return { config, session: developmentSession(api) };
  }
  if (config.auth.kind === 'firebase' && config.auth.api_key === null) {
    return { config, session: null };
  }
  const { firebaseSession } = await import('./firebase');
  return { config, session: firebaseSession(config.auth) };
}
