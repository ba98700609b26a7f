import { createParser, type EventSourceMessage } from 'eventsource-parser';
import { readServerSent, type LiveEvent } from './events';
import type { Ending, Link, Transport } from './transport';

/** The service says something at once and then every 15 seconds: whoever is silent longer is gone. */
const SILENCE_MS = 40_000;
/** A proxy that holds the answer back shows nothing at all. */
const GREETING_MS = 10_000;

/**
 * Server-sent events, read by fetch: it sends the token as a header, which a browser's EventSource
 * cannot. Goes on after the last event it has seen, so that nothing is lost between two runs.
 */
export function serverSentEvents(
  url: string,
  fetch: typeof window.fetch = window.fetch.bind(window),
): Transport {
  let lastEventId: string | null = null;
  return { name: 'sse', run };

  async function run(link: Link): Promise<Ending> {
    const silence = new AbortController();
    const patience = deadline(() => silence.abort());
    const signal = AbortSignal.any([link.signal, silence.signal]);
    let open = false;
    try {
      patience.extend(GREETING_MS);
      const response = await fetch(url, { headers: headers(link.token), signal, cache: 'no-store' });
      const refusal = refused(response);
      if (refusal !== null || response.body === null) {
        return refusal ?? { reason: 'unsupported' };
      }
      const resumed = lastEventId !== null;
      const parser = createParser({ onEvent: (message) => take(message, link) });
      for await (const text of texts(response.body)) {
        if (!open) {
          open = true;
          link.opened(resumed);
        }
        patience.extend(SILENCE_MS);
        link.heard();
        parser.feed(text);
      }
      return { reason: 'closed' };
    } catch {
      const held = silence.signal.aborted && !open;
      return { reason: open ? 'closed' : held ? 'unsupported' : 'unreachable' };
    } finally {
      patience.clear();
      silence.abort();
    }
  }

  function headers(token: string): Record<string, string> {
    return {
      Accept: 'text/event-stream',
      Authorization: `Bearer ${token}`,
      ...(lastEventId === null ? {} : { 'Last-Event-ID': lastEventId }),
    };
  }

  function take(message: EventSourceMessage, link: Link): void {
    const event = readable(message);
    if (event !== null) {
      link.deliver(event);
    }
    if (message.id !== undefined) {
      lastEventId = message.id;
    }
  }
}

/** One that cannot be read is skipped: to come back for it would not help. */
function readable(message: EventSourceMessage): LiveEvent | null {
  try {
    return readServerSent(message.event ?? 'message', message.data);
  } catch {
    return null;
  }
}

function refused(response: Response): Ending | null {
  if (response.status === 401) {
    return { reason: 'refused' };
  }
  if (response.status === 429 || response.status >= 500) {
    const after = Number(response.headers.get('Retry-After') ?? NaN);
    return { reason: 'unreachable', retryAfter: Number.isFinite(after) ? after : null };
  }
  const streams = response.headers.get('Content-Type')?.startsWith('text/event-stream') === true;
  return response.ok && streams ? null : { reason: 'unsupported' };
}

async function* texts(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      yield decoder.decode(part.value, { stream: true });
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

function deadline(onMissed: () => void): { extend(ms: number): void; clear(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    extend(ms) {
      clearTimeout(timer);
      timer = setTimeout(onMissed, ms);
    },
    clear: () => clearTimeout(timer),
  };
}
