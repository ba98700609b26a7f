import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '../api/errors';
import { aFinishedJob, aJob, aResult, idOf } from '../testing/jobs';
import type { LiveEvent } from './events';
import { polling } from './polling';
import { socketEvents, type SocketLike } from './socket';
import type { Link } from './transport';

let events: LiveEvent[];
let link: Link;
let abort: AbortController;
const opened = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  events = [];
  opened.mockReset();
  abort = new AbortController();
  link = {
    signal: abort.signal,
    token: 'secret',
    opened,
    heard: () => undefined,
    deliver: (event) => events.push(event),
  };
});

class FakeSocket implements SocketLike {
  readonly disconnect = vi.fn();
  private readonly listeners = new Map<string, (data: never) => void>();

  on(event: string, listener: (data: never) => void): void {
    this.listeners.set(event, listener);
  }

  say(event: string, data?: unknown): void {
    this.listeners.get(event)?.(data as never);
  }
}

describe('Socket.IO', () => {
  async function connected(): Promise<{ socket: FakeSocket; end: Promise<unknown> }> {
    const socket = new FakeSocket();
    const open = vi.fn(() => Promise.resolve(socket));
    const end = socketEvents('https://atelier.example/api/ai-agent', open).run(link);
    await vi.advanceTimersByTimeAsync(0);
    expect(open).toHaveBeenCalledWith('https://atelier.example', 'secret');
    return { socket, end };
  }

  it('cannot tell what was missed', async () => {
    const { socket } = await connected();
    socket.say('connect');
    expect(opened).toHaveBeenCalledWith(false);
  });

  it('tells the same as the other transports, in its own words', async () => {
    const { socket } = await connected();
    const job_id = idOf(1);
    socket.say('ai_job_update', { job_id, status: 'processing', message: 'Drawing', progress: 40 });
    socket.say('ai_job_update', { job_id, status: 'queued', message: null, progress: 0 });
    socket.say('ai_job_error', { job_id, status: 'queued', error: 'Busy', retry_count: 1, will_retry: true });
    socket.say('ai_job_error', { job_id, status: 'cancelled', error: null });
    socket.say('ai_job_complete', { job_id, status: 'completed', result: aResult(), progress: 100 });

    expect(events).toEqual([
      { type: 'moved', id: job_id, status: 'processing' },
      { type: 'progress', id: job_id, progress: 40, message: 'Drawing' },
      { type: 'moved', id: job_id, status: 'queued' },
      {
        type: 'failed',
        id: job_id,
        failure: { status: 'queued', error: 'Busy', retryCount: 1, maxRetries: null, dueAt: null },
      },
      { type: 'cancelled', id: job_id },
      { type: 'completed', id: job_id, result: aResult() },
    ]);
  });

  it('tells a bad token from a service without it', async () => {
    const bad = await connected();
    bad.socket.say('connect_error', new Error('invalid token'));
    expect(await bad.end).toEqual({ reason: 'refused' });

    const none = await connected();
    none.socket.say('connect_error', Object.assign(new Error('xhr poll error'), { type: 'TransportError' }));
    expect(await none.end).toEqual({ reason: 'unsupported' });
  });

  it('lets go of the socket when it is called off', async () => {
    const { socket, end } = await connected();
    abort.abort();
    await end;

    expect(socket.disconnect).toHaveBeenCalled();
  });
});

describe('polling', () => {
  it('asks often while something is going on, and seldom when nothing is', async () => {
    const listJobs = vi.fn(() => Promise.resolve([aJob(1)]));
    void polling(listJobs).run(link);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(listJobs).toHaveBeenCalledTimes(3);

    listJobs.mockResolvedValue([aFinishedJob(1)]);
    await vi.advanceTimersByTimeAsync(2_000);
    await vi.advanceTimersByTimeAsync(9_999);
    expect(listJobs).toHaveBeenCalledTimes(4);
    expect(events.at(-1)).toEqual({ type: 'job', job: aFinishedJob(1) });
    abort.abort();
  });

  it('gives way after a while, so that a better transport is tried', async () => {
    const run = polling(() => Promise.resolve([aJob(1)])).run(link);
    await vi.advanceTimersByTimeAsync(16_000);

    expect(await run).toEqual({ reason: 'closed' });
    expect(opened).toHaveBeenCalledOnce();
  });

  it('says why it cannot go on', async () => {
    const failing = (error: Error) => polling(() => Promise.reject(error)).run(link);

    expect(await failing(new ApiError('unauthenticated', '', { status: 401 }))).toEqual({ reason: 'refused' });
    expect(await failing(new ApiError('rate_limited', '', { status: 429, retryAfter: 9 }))).toEqual({
      reason: 'unreachable',
      retryAfter: 9,
    });
    expect(await failing(new TypeError('gone'))).toEqual({ reason: 'unreachable', retryAfter: null });
  });
});
