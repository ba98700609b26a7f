import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { LiveEvent } from './events';
import { serverSentEvents } from './serverSent';
import type { Link } from './transport';

const URL = 'http://localhost/api/ai-agent/events';

/** An answer whose body is written by the test. */
class Stream {
  readonly requests: RequestInit[] = [];
  status = 200;
  contentType = 'text/event-stream';
  private controller: ReadableStreamDefaultController<Uint8Array> | undefined;

  readonly fetch = vi.fn((_: unknown, init: RequestInit = {}) => {
    this.requests.push(init);
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.controller = controller;
        init.signal?.addEventListener('abort', () => controller.error(new DOMException('', 'AbortError')));
      },
    });
    return Promise.resolve(
      new Response(body, { status: this.status, headers: { 'Content-Type': this.contentType } }),
    );
  });

  say(text: string): void {
    this.controller?.enqueue(new TextEncoder().encode(text));
  }

  sayBytes(bytes: Uint8Array): void {
    this.controller?.enqueue(bytes);
  }

  end(): void {
    this.controller?.close();
  }

  lastEventId(): string | undefined {
    return (this.requests.at(-1)?.headers as Record<string, string>)['Last-Event-ID'];
  }
}

let events: LiveEvent[];
let link: Link;
let abort: AbortController;
const opened = vi.fn();

beforeEach(() => {
  events = [];
  opened.mockReset();
  abort = new AbortController();
  link = {
    signal: abort.signal,
    token: 'secret',
    opened,
    heard: vi.fn(),
    deliver: (event) => events.push(event),
  };
});

const CANCELLED = (id: string, job: string) =>
  `id:${id}\nevent:cancelled\ndata:{"job_id":"${job}","status":"cancelled"}\n\n`;

describe('server-sent events', () => {
  it('send the token as a header, never in the address', async () => {
    const stream = new Stream();
    const run = serverSentEvents(URL, stream.fetch).run(link);
    await vi.waitFor(() => expect(stream.requests).toHaveLength(1));
    stream.end();
    await run;

    expect(stream.fetch.mock.calls[0]?.[0]).toBe(URL);
    expect(stream.requests[0]?.headers).toMatchObject({ Authorization: 'Bearer secret' });
  });

  it('deliver what is told, however the bytes are cut', async () => {
    const stream = new Stream();
    const run = serverSentEvents(URL, stream.fetch).run(link);
    await vi.waitFor(() => expect(stream.requests).toHaveLength(1));
    const bytes = new TextEncoder().encode(
      'retry:1000\n\nevent:progress\ndata:{"job_id":"j","progress":40,"message":"Zeichne – 絵"}\n\n:\n\n',
    );
    for (const byte of bytes) {
      stream.sayBytes(Uint8Array.of(byte));
    }
    stream.end();

    expect(await run).toEqual({ reason: 'closed' });
    expect(events).toEqual([{ type: 'progress', id: 'j', progress: 40, message: 'Zeichne – 絵' }]);
  });

  it('go on after the last event that had an id', async () => {
    const stream = new Stream();
    const transport = serverSentEvents(URL, stream.fetch);
    const first = transport.run(link);
    await vi.waitFor(() => expect(stream.requests).toHaveLength(1));
    expect(stream.lastEventId()).toBeUndefined();
    stream.say(CANCELLED('bookmark.1', 'a'));
    stream.say('event:progress\ndata:{"job_id":"b","progress":1,"message":""}\n\n');
    stream.end();
    await first;
    expect(opened).toHaveBeenLastCalledWith(false);

    const second = transport.run(link);
    await vi.waitFor(() => expect(stream.requests).toHaveLength(2));
    expect(stream.lastEventId()).toBe('bookmark.1');
    stream.say(CANCELLED('bookmark.2', 'b'));
    stream.end();
    await second;

    expect(opened).toHaveBeenLastCalledWith(true);
    expect(events.map((event) => 'id' in event && event.id)).toEqual(['a', 'b', 'b']);
  });

  it('skip what they do not understand', async () => {
    const stream = new Stream();
    const run = serverSentEvents(URL, stream.fetch).run(link);
    await vi.waitFor(() => expect(stream.requests).toHaveLength(1));
    stream.say('event:novelty\ndata:{"job_id":"a"}\n\nevent:progress\ndata:{half\n\n');
    stream.say(CANCELLED('1', 'a'));
    stream.end();
    await run;

    expect(events).toEqual([{ type: 'cancelled', id: 'a' }]);
  });

  it('tell a token that is not taken from a server that is not there', async () => {
    const stream = new Stream();
    const transport = serverSentEvents(URL, stream.fetch);
    stream.status = 401;
    expect(await transport.run(link)).toEqual({ reason: 'refused' });
    stream.status = 503;
    expect(await transport.run(link)).toEqual({ reason: 'unreachable', retryAfter: null });
    stream.fetch.mockRejectedValueOnce(new TypeError('fetch failed'));
    expect(await transport.run(link)).toEqual({ reason: 'unreachable' });
  });

  it('are not to be had where something else answers', async () => {
    const stream = new Stream();
    stream.contentType = 'text/html';
    expect(await serverSentEvents(URL, stream.fetch).run(link)).toEqual({ reason: 'unsupported' });
    stream.status = 404;
    expect(await serverSentEvents(URL, stream.fetch).run(link)).toEqual({ reason: 'unsupported' });
  });

  it('are not to be had behind a proxy that holds them back', async () => {
    vi.useFakeTimers();
    const stream = new Stream();
    const run = serverSentEvents(URL, stream.fetch).run(link);

    await vi.advanceTimersByTimeAsync(10_000);

    expect(await run).toEqual({ reason: 'unsupported' });
  });

  it('notice a connection that has gone silent', async () => {
    vi.useFakeTimers();
    const stream = new Stream();
    const run = serverSentEvents(URL, stream.fetch).run(link);
    await vi.advanceTimersByTimeAsync(0);
    stream.say('retry:1000\n\n');
    for (let ping = 0; ping < 10; ping++) {
      await vi.advanceTimersByTimeAsync(15_000);
      stream.say(':\n\n');
    }
    await vi.advanceTimersByTimeAsync(39_000);
    expect(opened).toHaveBeenCalledOnce();

    await vi.advanceTimersByTimeAsync(1_000);

    expect(await run).toEqual({ reason: 'closed' });
  });

  it('end when they are called off', async () => {
    const stream = new Stream();
    const run = serverSentEvents(URL, stream.fetch).run(link);
    await vi.waitFor(() => expect(stream.requests).toHaveLength(1));

    abort.abort();

    expect((await run).reason).toMatch(/closed|unreachable/);
  });
});
