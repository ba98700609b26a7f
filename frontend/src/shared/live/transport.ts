import type { LiveEvent } from './events';

/** One way to hear what happens. */
export interface Transport {
  readonly name: TransportName;
  /** Brings events until the signal aborts or it cannot go on; tells why, and never rejects. */
  run(link: Link): Promise<Ending>;
}

export type TransportName = 'sse' | 'socket' | 'polling';

/** What a transport may ask of the connection it belongs to. */
export interface Link {
  signal: AbortSignal;
  /** The token for this attempt. */
  token: string;
  /**
   * The other side answers. `complete` if nothing can have been missed since the last time: then
   * nobody needs to ask how all jobs stand.
   */
  opened(complete: boolean): void;
  /** The other side is still there. */
  heard(): void;
  deliver(event: LiveEvent): void;
}

export type Ending =
  /** It worked, and broke off. */
  | { reason: 'closed' }
  /** Nobody answered, or with trouble that may pass. */
  | { reason: 'unreachable'; retryAfter?: number | null }
  /** The token was not taken. */
  | { reason: 'refused' }
  /** This way is not to be had here. */
  | { reason: 'unsupported' };
