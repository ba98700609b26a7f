import type { Job } from '../api/types';
import { hasEnded } from '../api/types';
import { ApiError } from '../api/errors';
import type { Ending, Link, Transport } from './transport';

const BUSY_MS = 2_000;
const QUIET_MS = 10_000;
/**
 * After so long it gives way, so that a better transport is tried again: it may have been the
 * service that was not there, and not the transport that did not work.
 */
const STAY_MS = 15_000;

/** Asks again and again how the newest jobs stand: works wherever requests do. */
export function polling(listJobs: (signal: AbortSignal) => Promise<Job[]>): Transport {
  return { name: 'polling', run };

  async function run(link: Link): Promise<Ending> {
    try {
      const until = Date.now() + STAY_MS;
      for (let open = false; Date.now() < until && !link.signal.aborted; ) {
        const jobs = await listJobs(link.signal);
        if (!open) {
          open = true;
          link.opened(true);
        }
        link.heard();
        jobs.forEach((job) => link.deliver({ type: 'job', job }));
        await pause(jobs.every(hasEnded) ? QUIET_MS : BUSY_MS, link.signal);
      }
      return { reason: 'closed' };
    } catch (cause) {
      return cause instanceof ApiError && cause.kind === 'unauthenticated'
        ? { reason: 'refused' }
        : { reason: 'unreachable', retryAfter: cause instanceof ApiError ? cause.retryAfter : null };
    }
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
