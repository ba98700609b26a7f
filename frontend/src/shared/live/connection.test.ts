import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Surroundings } from './browser';
import { LiveConnection } from './connection';
import type { LiveEvent } from './events';
import type { Ending, Link, Transport, TransportName } from './transport';

/** A transport whose runs are ended by the test. */
class FakeTransport implements Transport {
  readonly name: TransportName;
  readonly links: Link[] = [];
  private endings: ((ending: Ending) => void)[] = [];

  constructor(name: TransportName) {
    this.name = name;
  }

  run(link: Link): Promise<Ending> {
    this.links.push(link);
    return new Promise((resolve) => this.endings.push(resolve));
  }

  get link(): Link {
    return this.links.at(-1)!;
  }

  async end(ending: Ending): Promise<void> {
    this.endings.at(-1)?.(ending);
    await vi.advanceTimersByTimeAsync(0);
  }
}

class FakeBrowser implements Surroundings {
  online = true;
  hidden = false;
  private changed: (() => void) | null = null;

  isOnline = () => this.online;
  isHidden = () => this.hidden;
  random = () => 1;

  watch(changed: () => void): () => void {
    this.changed = changed;
    return () => {
      this.changed = null;
    };
  }

  async become(part: { online?: boolean; hidden?: boolean }): Promise<void> {
    Object.assign(this, part);
    this.changed?.();
    await vi.advanceTimersByTimeAsync(0);
  }
}

let sse: FakeTransport;
let socket: FakeTransport;
let around: FakeBrowser;
let connection: LiveConnection;
let busy: boolean;
const delivered: LiveEvent[] = [];
const getToken = vi.fn<(ask: { forceRefresh: boolean }) => Promise<string | null>>();
const catchUp = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  getToken.mockReset().mockResolvedValue('token');
  catchUp.mockReset();
  delivered.length = 0;
  busy = false;
  sse = new FakeTransport('sse');
  socket = new FakeTransport('socket');
  around = new FakeBrowser();
  connection = new LiveConnection({
    transports: [sse, socket],
    getToken,
    deliver: (event) => delivered.push(event),
    catchUp,
    isBusy: () => busy,
    surroundings: around,
  });
});

async function watching(): Promise<() => void> {
  const stop = connection.watch();
  await vi.advanceTimersByTimeAsync(0);
  return stop;
}

describe('the live connection', () => {
  it('is one, however many watch', async () => {
    await watching();
    await watching();

    expect(sse.links).toHaveLength(1);
  });

  it('is given back a little after the last one has left', async () => {
    const first = await watching();
    const second = await watching();
    first();
    first();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sse.link.signal.aborted).toBe(false);

    second();
    await vi.advanceTimersByTimeAsync(4_000);
    const third = await watching();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sse.link.signal.aborted).toBe(false);

    third();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(sse.link.signal.aborted).toBe(true);
    expect(connection.state().phase).toBe('idle');
    expect(sse.links).toHaveLength(1);
  });

  it('tells that it is live, and asks how things stand if something may have been missed', async () => {
    await watching();
    expect(connection.state()).toEqual({ phase: 'connecting' });

    sse.link.opened(false);

    expect(connection.state()).toEqual({ phase: 'live', transport: 'sse' });
    expect(catchUp).toHaveBeenCalledOnce();

    sse.link.opened(true);
    expect(catchUp).toHaveBeenCalledOnce();
  });

  it('delivers nothing of an attempt that was given up', async () => {
    await watching();
    const old = sse.link;
    old.deliver({ type: 'cancelled', id: 'a' });
    connection.reconnect();
    old.deliver({ type: 'cancelled', id: 'b' });

    expect(delivered).toEqual([{ type: 'cancelled', id: 'a' }]);
  });

  it('comes back by itself, with a token asked for anew', async () => {
    await watching();
    sse.link.opened(false);
    getToken.mockResolvedValue('second');

    await sse.end({ reason: 'closed' });
    expect(connection.state().phase).toBe('waiting');
    await vi.advanceTimersByTimeAsync(250);

    expect(sse.links).toHaveLength(2);
    expect(sse.link.token).toBe('second');
  });

  it('waits longer each time that nobody answers, and at least as long as it was told', async () => {
    await watching();
    await sse.end({ reason: 'unreachable' });
    expect(connection.state()).toEqual({ phase: 'waiting', retryAt: Date.now() + 1_000 });
    await vi.advanceTimersByTimeAsync(1_000);
    await sse.end({ reason: 'unreachable', retryAfter: 7 });
    await vi.advanceTimersByTimeAsync(6_999);
    expect(sse.links).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(sse.links).toHaveLength(3);
  });

  it('asks for a fresh token after one was refused', async () => {
    await watching();
    await sse.end({ reason: 'refused' });
    await vi.advanceTimersByTimeAsync(1_000);

    expect(getToken).toHaveBeenLastCalledWith({ forceRefresh: true });
  });

  it('goes another way where the first is not to be had', async () => {
    await watching();
    await sse.end({ reason: 'unsupported' });
    await vi.advanceTimersByTimeAsync(250);
    socket.link.opened(false);

    expect(connection.state()).toEqual({ phase: 'live', transport: 'socket' });
  });

  it('tries again where the token could not be had', async () => {
    getToken.mockRejectedValueOnce(new Error('offline'));
    await watching();
    expect(connection.state().phase).toBe('waiting');
    await vi.advanceTimersByTimeAsync(1_000);

    expect(sse.links).toHaveLength(1);
  });

  it('does not knock without a token', async () => {
    getToken.mockResolvedValue(null);
    await watching();
    await vi.advanceTimersByTimeAsync(600_000);

    expect(connection.state().phase).toBe('signed_out');
    expect(sse.links).toHaveLength(0);
  });

  it('rests while the network is gone and comes back with it at once', async () => {
    await watching();
    sse.link.opened(false);
    await around.become({ online: false });
    expect(connection.state().phase).toBe('offline');
    expect(sse.link.signal.aborted).toBe(true);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(sse.links).toHaveLength(1);

    await around.become({ online: true });

    expect(sse.links).toHaveLength(2);
  });

  it('does not wait any longer once somebody looks', async () => {
    await watching();
    await sse.end({ reason: 'unreachable' });
    await around.become({ hidden: true });
    await around.become({ hidden: false });

    expect(sse.links).toHaveLength(2);
  });

  it('is given back by a page that nobody looks at, and taken again when somebody does', async () => {
    await watching();
    sse.link.opened(false);
    await around.become({ hidden: true });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(connection.state().phase).toBe('idle');
    expect(sse.link.signal.aborted).toBe(true);

    await around.become({ hidden: false });

    expect(sse.links).toHaveLength(2);
  });

  it('is kept by a hidden page for as long as it waits for something', async () => {
    busy = true;
    await watching();
    sse.link.opened(false);
    await around.become({ hidden: true });
    await vi.advanceTimersByTimeAsync(300_000);
    expect(sse.link.signal.aborted).toBe(false);

    busy = false;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sse.link.signal.aborted).toBe(true);
  });

  it('is not trusted after the device may have slept', async () => {
    await watching();
    sse.link.opened(false);
    await around.become({ hidden: true });
    await vi.advanceTimersByTimeAsync(15_000);
    sse.link.heard();
    await around.become({ hidden: false });
    expect(sse.links).toHaveLength(1);

    await around.become({ hidden: true });
    await vi.advanceTimersByTimeAsync(25_000);
    await around.become({ hidden: false });
    expect(sse.links).toHaveLength(2);
  });
});
