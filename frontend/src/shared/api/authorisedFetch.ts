/**
 * Gives the token of whoever is signed in, or null if nobody is. Asked before every request, so it
 * is for the provider to keep one that is still good; `forceRefresh` is set after one was refused.
 */
export type TokenProvider = (ask: { forceRefresh: boolean }) => Promise<string | null>;

export type Fetch = (request: Request) => Promise<Response>;

/** Longer than any answer that does not wait for a job. */
const PATIENCE_MS = 30_000;

/** Adds the token to every request. One that is refused is made once more, with a fresh token. */
export function authorisedFetch(getToken: TokenProvider, fetch: Fetch): Fetch {
  return async (request) => {
    const again = request.clone();
    const response = await send(request, false);
    return response.status === 401 ? send(again, true) : response;
  };

  async function send(request: Request, forceRefresh: boolean): Promise<Response> {
    const token = await getToken({ forceRefresh });
    if (token !== null) {
      request.headers.set('Authorization', `Bearer ${token}`);
    }
    return fetch(request);
  }
}

/** Gives up an answer that does not begin in time, with a `TimeoutError`. */
export function patientFetch(fetch: Fetch, patience = PATIENCE_MS): Fetch {
  return async (request) => {
    const clock = new AbortController();
    const timer = setTimeout(
      () => clock.abort(new DOMException('no answer in time', 'TimeoutError')),
      patience,
    );
    try {
      return await fetch(new Request(request, { signal: AbortSignal.any([request.signal, clock.signal]) }));
    } finally {
      clearTimeout(timer);
    }
  };
}
