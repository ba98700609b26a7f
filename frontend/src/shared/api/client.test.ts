import { describe, expect, it, vi } from 'vitest';
import { FakeService, json, problem } from '../testing/service';
import type { TokenProvider } from './authorisedFetch';
import { createApi, dataOf } from './client';
import { ApiError } from './errors';

function apiOf(service: FakeService, getToken = vi.fn<TokenProvider>(() => Promise.resolve('token'))) {
  return { api: createApi({ baseUrl: '/api/ai-agent', getToken, fetch: service.fetch }), getToken };
}

const stats = { success: true, stats: {} };

describe('the client', () => {
  it('asks for a token before every request', async () => {
    const service = new FakeService().on('GET /jobs/stats', json(stats));
    const { api, getToken } = apiOf(service);
    getToken.mockResolvedValueOnce('first').mockResolvedValueOnce('second');

    await dataOf(api.GET('/jobs/stats'));
    await dataOf(api.GET('/jobs/stats'));

    expect(service.asked.map((asked) => asked.headers.get('Authorization'))).toEqual([
      'Bearer first',
      'Bearer second',
    ]);
    expect(getToken).toHaveBeenCalledWith({ forceRefresh: false });
  });

  it('sends no token where nobody is signed in', async () => {
    const service = new FakeService().on('GET /health', json({}));
    const { api } = apiOf(service, vi.fn<TokenProvider>(() => Promise.resolve(null)));

    await dataOf(api.GET('/health'));

    expect(service.asked[0]?.headers.has('Authorization')).toBe(false);
  });

  it('tries a refused request once more, with a fresh token and the same body and key', async () => {
    const accepted = { success: true, job_id: 'j', message: 'm', status: 'queued' };
    const service = new FakeService().on(
      'POST /create-canvas',
      problem(401, 'Unauthorized'),
      json(accepted, 202),
    );
    const { api, getToken } = apiOf(service);
    getToken.mockImplementation(({ forceRefresh }) =>
      Promise.resolve(forceRefresh ? 'fresh' : 'stale'),
    );

    const answer = await dataOf(
      api.POST('/create-canvas', {
        body: { instructions: 'a cat' },
        params: { header: { 'Idempotency-Key': 'key-1' } },
      }),
    );

    expect(answer).toEqual(accepted);
    const [first, second] = service.asked;
    expect(first?.headers.get('Authorization')).toBe('Bearer stale');
    expect(second?.headers.get('Authorization')).toBe('Bearer fresh');
    expect(second?.body).toEqual({ instructions: 'a cat' });
    expect(second?.headers.get('Idempotency-Key')).toBe('key-1');
  });

  it('gives up when the fresh token is refused too', async () => {
    const service = new FakeService().on('GET /jobs/stats', problem(401, 'Unauthorized'));
    const { api } = apiOf(service);

    const error = await failureOf(dataOf(api.GET('/jobs/stats')));

    expect(error.kind).toBe('unauthenticated');
    expect(service.asked).toHaveLength(2);
  });

  it('tells every wrong member of a refused body', async () => {
    const service = new FakeService().on(
      'POST /create-canvas',
      problem(400, 'Invalid request', { details: { instructions: ['is required'] } }),
    );
    const { api } = apiOf(service);

    const error = await failureOf(dataOf(api.POST('/create-canvas', { body: { instructions: '' } })));

    expect(error.kind).toBe('invalid');
    expect(error.details).toEqual({ instructions: ['is required'] });
  });

  it('tells when it is worth trying again', async () => {
    const service = new FakeService().on(
      'GET /jobs/stats',
      problem(429, 'Rate limit exceeded', {}, { 'Retry-After': '12' }),
    );
    const { api } = apiOf(service);

    const error = await failureOf(dataOf(api.GET('/jobs/stats')));

    expect(error.kind).toBe('rate_limited');
    expect(error.retryAfter).toBe(12);
  });

  it.each([
    [403, 'forbidden'],
    [404, 'not_found'],
    [409, 'conflict'],
    [422, 'invalid'],
    [503, 'unavailable'],
    [500, 'unexpected'],
  ])('knows what %i means: %s', async (status, kind) => {
    const service = new FakeService().on('GET /jobs/stats', problem(status, 'x'));

    const error = await failureOf(dataOf(apiOf(service).api.GET('/jobs/stats')));

    expect(error.kind).toBe(kind);
    expect(error.status).toBe(status);
  });

  it('tells a job that failed from a gateway that found nobody', async () => {
    const service = new FakeService().on(
      'POST /create-canvas',
      problem(502, 'Refused', { job_id: 'j', job_status: 'failed' }),
      new Response('', { status: 502, statusText: 'Bad Gateway' }),
    );
    const { api } = apiOf(service);
    const body = { instructions: 'a cat' };

    expect((await failureOf(dataOf(api.POST('/create-canvas', { body })))).kind).toBe('job_failed');
    expect((await failureOf(dataOf(api.POST('/create-canvas', { body })))).kind).toBe('unavailable');
  });

  it('understands an error that is no JSON, as a proxy sends it', async () => {
    const service = new FakeService().on(
      'GET /jobs/stats',
      new Response('<html>bad gateway</html>', { status: 504, statusText: 'Gateway Timeout' }),
    );

    const error = await failureOf(dataOf(apiOf(service).api.GET('/jobs/stats')));

    expect(error.kind).toBe('unavailable');
    expect(error.message).toBe('Gateway Timeout');
  });

  it('tells a network that is gone from a service that answers', async () => {
    const service = new FakeService().on('GET /jobs/stats', () => Promise.reject(new TypeError('fetch failed')));

    const error = await failureOf(dataOf(apiOf(service).api.GET('/jobs/stats')));

    expect(error.kind).toBe('network');
    expect(error.status).toBe(0);
  });

  it('does not wait for ever', async () => {
    vi.useFakeTimers();
    const api = createApi({ baseUrl: '/api/ai-agent', getToken: () => Promise.resolve('t'), fetch: hanging });

    const failure = failureOf(dataOf(api.GET('/jobs/stats')));
    await vi.advanceTimersByTimeAsync(30_000);

    expect((await failure).kind).toBe('timeout');
  });

  it('lets the caller call it off', async () => {
    const api = createApi({ baseUrl: '/api/ai-agent', getToken: () => Promise.resolve('t'), fetch: hanging });
    const caller = new AbortController();

    const call = dataOf(api.GET('/jobs/stats', { signal: caller.signal }));
    caller.abort();

    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
  });
});

/** As a browser does: it ends when it is called off, before or after it was sent. */
function hanging({ signal }: Request): Promise<Response> {
  return new Promise((_, reject) => {
    const end = () => reject(signal.reason as Error);
    if (signal.aborted) {
      end();
    }
    signal.addEventListener('abort', end);
  });
}

async function failureOf(call: Promise<unknown>): Promise<ApiError> {
  try {
    await call;
  } catch (cause) {
    if (cause instanceof ApiError) {
      return cause;
    }
    throw cause;
  }
  throw new Error('it did not fail');
}
