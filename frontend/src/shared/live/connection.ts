import type { TokenProvider } from '../api/authorisedFetch';
import type { Surroundings } from './browser';
import type { LiveEvent } from './events';
import { delay, FIRST, next, type Step } from './ladder';
import type { Ending, Transport, TransportName } from './transport';

/** How the connection is, as a person may be told. */
export type ConnectionState =
  | { phase: 'idle' }
  | { phase: 'connecting' }
  | { phase: 'live'; transport: TransportName }
  /** Broken; the next attempt is made at `retryAt` (milliseconds of the epoch). */
  | { phase: 'waiting'; retryAt: number }
  | { phase: 'offline' }
  | { phase: 'signed_out' };

export interface ConnectionSettings {
  /** The best first. */
  transports: Transport[];
  getToken: TokenProvider;
  deliver: (event: LiveEvent) => void;
  /** Something may have been missed: ask how all jobs stand. */
  catchUp: () => void;
  /** Whether something is expected to happen soon. */
  isBusy: () => boolean;
  surroundings: Surroundings;
}

/** A page that nobody looks at and that waits for nothing gives its connection back. */
const HIDDEN_MS = 60_000;
/** Whoever looks for a moment elsewhere on the page does not lose the connection. */
const LINGER_MS = 5_000;
/** A page that comes back after its device slept may have a connection that is none any more. */
const STALE_MS = 20_000;

/**
 * The one live connection of a tab, shared by all who watch. It asks for a token before every
 * attempt, comes back by itself, and rests while the network is gone or nobody is looking.
 */
export class LiveConnection {
  private readonly settings: ConnectionSettings;
  private readonly listeners = new Set<() => void>();
  private watchers = 0;
  private current: ConnectionState = { phase: 'idle' };
  private step: Step = FIRST;
  private attempt: AbortController | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private resting: ReturnType<typeof setTimeout> | undefined;
  private unwatch: (() => void) | null = null;
  private heardAt = 0;

  constructor(settings: ConnectionSettings) {
    this.settings = settings;
  }

  readonly state = (): ConnectionState => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Keeps the connection open until the returned function is called. */
  readonly watch = (): (() => void) => {
    this.watchers += 1;
    clearTimeout(this.resting);
    if (this.unwatch === null) {
      this.unwatch = this.settings.surroundings.watch(() => this.surroundingsChanged());
      this.connect();
    }
    let watching = true;
    return () => {
      this.watchers -= watching ? 1 : 0;
      watching = false;
      if (this.watchers === 0) {
        this.resting = setTimeout(() => this.stop(), LINGER_MS);
      }
    };
  };

  /** Tries at once, whatever it was waiting for. */
  readonly reconnect = (): void => {
    if (this.unwatch !== null) {
      this.step = FIRST;
      this.connect();
    }
  };

  private stop(): void {
    this.unwatch?.();
    this.unwatch = null;
    this.rest({ phase: 'idle' });
  }

  private surroundingsChanged(): void {
    const { surroundings } = this.settings;
    if (this.watchers === 0) {
      return;
    }
    clearTimeout(this.resting);
    if (!surroundings.isOnline()) {
      this.rest({ phase: 'offline' });
    } else if (surroundings.isHidden()) {
      this.restOnceQuiet();
    } else if (this.attempt === null || Date.now() - this.heardAt > STALE_MS) {
      this.reconnect();
    }
  }

  private restOnceQuiet(): void {
    this.resting = setTimeout(
      () => (this.settings.isBusy() ? this.restOnceQuiet() : this.rest({ phase: 'idle' })),
      HIDDEN_MS,
    );
  }

  private rest(state: ConnectionState): void {
    clearTimeout(this.timer);
    this.attempt?.abort();
    this.attempt = null;
    this.show(state);
  }

  private connect(): void {
    this.rest({ phase: 'connecting' });
    if (!this.settings.surroundings.isOnline()) {
      this.show({ phase: 'offline' });
      return;
    }
    const attempt = new AbortController();
    this.attempt = attempt;
    this.heardAt = Date.now();
    void this.run(attempt.signal).then((ending) => {
      if (!attempt.signal.aborted) {
        this.ended(ending);
      }
    });
  }

  private async run(signal: AbortSignal): Promise<Ending | null> {
    const transport = this.settings.transports[this.step.transport] ?? this.settings.transports[0];
    let token: string | null;
    try {
      token = await this.settings.getToken({ forceRefresh: this.step.freshToken });
    } catch {
      return { reason: 'unreachable' };
    }
    if (token === null || transport === undefined || signal.aborted) {
      return null;
    }
    return transport.run({
      signal,
      token,
      opened: (complete) => this.opened(signal, transport.name, complete),
      heard: () => (this.heardAt = Date.now()),
      deliver: (event) => !signal.aborted && this.settings.deliver(event),
    });
  }

  private opened(signal: AbortSignal, transport: TransportName, complete: boolean): void {
    if (signal.aborted) {
      return;
    }
    this.step = { ...FIRST, transport: this.step.transport };
    this.show({ phase: 'live', transport });
    if (!complete) {
      this.settings.catchUp();
    }
  }

  /** @param ending null if nobody is signed in */
  private ended(ending: Ending | null): void {
    this.attempt = null;
    if (ending === null) {
      this.show({ phase: 'signed_out' });
      return;
    }
    this.step = next(this.step, ending, this.settings.transports.length);
    const asked = ending.reason === 'unreachable' ? (ending.retryAfter ?? 0) * 1000 : 0;
    const wait = Math.max(asked, delay(this.step, this.settings.surroundings.random()));
    this.show({ phase: 'waiting', retryAt: Date.now() + wait });
    this.timer = setTimeout(() => this.connect(), wait);
  }

  private show(state: ConnectionState): void {
    this.current = state;
    this.listeners.forEach((listener) => listener());
  }
}
