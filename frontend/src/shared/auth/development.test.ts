import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createApi } from '../api/client';
import { FakeService, json } from '../testing/service';
import { developmentSession } from './development';

let service: FakeService;
let storage: Map<string, string>;

beforeEach(() => {
  vi.useFakeTimers();
  storage = new Map();
  service = new FakeService().on('POST /dev/token', ({ body }) => {
    const { user, admin } = body as { user: string; admin: boolean };
    const token = `${user}${admin ? '!' : ''}-${service.asked.length}`;
    return json({ success: true, token, expires_in: 86_400 });
  });
});

function session() {
  const api = createApi({ baseUrl: '/api/ai-agent', getToken: () => Promise.resolve(null), fetch: service.fetch });
  return developmentSession(api, {
    getItem: (key) => storage.get(key) ?? null,
    setItem: (key, value) => storage.set(key, value),
  });
}

describe('a development session', () => {
  it('is signed in by itself, and keeps its token for as long as it is good', async () => {
    const { state, getToken } = session();
    expect(state()).toMatchObject({ phase: 'signed_in', user: { name: 'dev', isAdmin: false } });

    const tokens = await Promise.all([getToken({ forceRefresh: false }), getToken({ forceRefresh: false })]);
    expect(tokens[0]).toBe('dev-1');
    vi.setSystemTime(Date.now() + 86_339_000);
    expect(await getToken({ forceRefresh: false })).toBe(tokens[1]);

    vi.setSystemTime(Date.now() + 2_000);
    expect(await getToken({ forceRefresh: false })).not.toBe(tokens[1]);
  });

  it('gets another token when one was refused, as after a restart with a new key', async () => {
    const { getToken } = session();
    await getToken({ forceRefresh: false });

    expect(await getToken({ forceRefresh: true })).toBe('dev-2');
    expect(await getToken({ forceRefresh: false })).toBe('dev-2');
  });

  it('asks again after the service was not there', async () => {
    const { getToken } = session();
    service.on('POST /dev/token', () => Promise.reject(new TypeError('gone')));
    await expect(getToken({ forceRefresh: false })).rejects.toMatchObject({ kind: 'network' });

    service.on('POST /dev/token', json({ success: true, token: 'back', expires_in: 60_000 }));
    expect(await getToken({ forceRefresh: false })).toBe('back');
  });

  it('becomes somebody else, also after a reload', async () => {
    const first = session();
    const changed = vi.fn();
    first.subscribe(changed);
    first.become('root', true);

    expect(changed).toHaveBeenCalledOnce();
    expect(await first.getToken({ forceRefresh: false })).toBe('root!-1');
    expect(session().state()).toMatchObject({ user: { name: 'root', isAdmin: true } });
  });

  it('is the usual developer where what was stored makes no sense', () => {
    storage.set('atelier.development.user', '{half');

    expect(session().state()).toMatchObject({ user: { name: 'dev' } });
  });
});
