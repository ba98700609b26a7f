import type { Job } from '../api/types';
import { hasEnded } from '../api/types';
import { ApiError } from '../api/errors';
import type { Ending, Link, Transport } from './transport';

const BUSY_MS = 2_000;
const QUIET_MS = 10_000;
/** After so many rounds it gives way, so that a better transport is tried again. */
const ROUNDS = 30;

/** Asks again and again how the newest jobs stand: works wherever requests do. */
export function polling(listJobs: (signal: AbortSignal) => Promise<Job[]>): Transport {
  return { name: 'polling', run };

  async function run(link: Link): Promise<Ending> {
    try {
      for (let round = 0; round < ROUNDS && !link.signal.aborted; round++) {
        const jobs = await listJobs(link.signal);
        if (round === 0) {
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
