import { readSocket, type SocketData } from './events';
import type { Ending, Link, Transport } from './transport';

const EVENTS = ['ai_job_update', 'ai_job_complete', 'ai_job_error'] as const;

/** Of a Socket.IO client, what is used here. */
export interface SocketLike {
  on(event: string, listener: (data: never) => void): unknown;
  disconnect(): unknown;
}

export type OpenSocket = (origin: string, token: string) => Promise<SocketLike>;

/** Socket.IO, where a proxy swallows streams. The library is loaded when it is needed. */
export function socketEvents(url: string, open: OpenSocket = openSocket): Transport {
  return { name: 'socket', run };

  async function run(link: Link): Promise<Ending> {
    let socket: SocketLike;
    try {
      socket = await open(new URL(url).origin, link.token);
    } catch {
      return { reason: 'unreachable' };
    }
    try {
      return await follow(socket, link);
    } finally {
      socket.disconnect();
    }
  }
}

function follow(socket: SocketLike, link: Link): Promise<Ending> {
  return new Promise((end) => {
    socket.on('connect', () => link.opened(false));
    socket.on('disconnect', () => end({ reason: 'closed' }));
    socket.on('connect_error', (error: Error & { data?: unknown }) => end(endingOf(error)));
    for (const name of EVENTS) {
      socket.on(name, (data: SocketData) => {
        link.heard();
        readSocket(name, data).forEach((event) => link.deliver(event));
      });
    }
    if (link.signal.aborted) {
      end({ reason: 'closed' });
    }
    link.signal.addEventListener('abort', () => end({ reason: 'closed' }), { once: true });
  });
}

/** An error of the transport means that nobody is there; any other is an answer: the token is bad. */
function endingOf(error: Error): Ending {
  return 'type' in error && error.type === 'TransportError'
    ? { reason: 'unsupported' }
    : { reason: 'refused' };
}

async function openSocket(origin: string, token: string): Promise<SocketLike> {
  const { io } = await import('socket.io-client');
  return io(origin, {
    path: '/socket.io',
    auth: { token },
    reconnection: false,
    forceNew: true,
    timeout: 10_000,
  });
}
