import type { TrackedJob } from '../../shared/jobs/trackedJob';
import type { Messages } from '../../shared/text/messages';

/** Too early to tell by how far it has come. */
const EARLY_PERCENT = 15;
const EARLY_MS = 2_000;

/** When a waiting job is expected to start, in milliseconds from now; null if nobody can tell. */
export function untilStart(job: TrackedJob, now: number): number | null {
  const at = job.waiting?.estimated_start_at?.p50 ?? job.waiting?.until ?? null;
  return at === null ? null : Math.max(0, Date.parse(at) - now);
}

/**
 * How long a running job still needs, in milliseconds, if it goes on as it has so far; null if it
 * is too early to tell.
 */
export function untilDone(job: TrackedJob, now: number): number | null {
  if (job.status !== 'processing' || job.started_at === null || job.progress < EARLY_PERCENT) {
    return null;
  }
  const elapsed = now - Date.parse(job.started_at);
  return elapsed < EARLY_MS ? null : (elapsed * (100 - job.progress)) / job.progress;
}

/** A time as a person would say it: rough, and never counting down the last seconds. */
export function roughly(ms: number, text: Messages['job']): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 5) {
    return text.soon;
  }
  if (seconds < 60) {
    return text.seconds(Math.ceil(seconds / 5) * 5);
  }
  return text.minutes(Math.round(seconds / 60));
}
