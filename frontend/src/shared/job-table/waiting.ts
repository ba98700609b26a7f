import type { Job } from '../api/types';
import type { Messages } from '../text/messages';
import { relative } from '../text/times';

/** Why a job waits, in a few words; null if it does not. */
export function whyItWaits(job: Job, now: number, text: Messages): string | null {
  if (job.status !== 'queued') {
    return null;
  }
  const reason = job.waiting?.reason ?? (job.retry_count > 0 ? 'retry_backoff' : 'queue');
  const until = job.waiting?.until ?? null;
  switch (reason) {
    case 'scheduled':
      return until === null ? text.job.waiting.scheduled : text.jobs.scheduledFor(relative(until, now));
    case 'retry_backoff':
      return until === null || Date.parse(until) <= now
        ? text.job.waiting.retry_backoff
        : text.jobs.triedAgain(relative(until, now));
    case 'queue':
      return inLine(job, text);
    case 'user_limit':
    case 'provider_paused':
      return text.job.waiting[reason];
  }
}

function inLine({ queue_position: ahead }: Job, text: Messages): string {
  if (ahead === null) {
    return text.job.waiting.queue;
  }
  return ahead === 0 ? text.job.next : text.job.ahead(ahead);
}

/** How long it has worked, or does so far, in seconds; null if it has not begun. */
export function tookOf(job: Job, now: number): number | null {
  if (job.started_at === null || job.status === 'queued') {
    return null;
  }
  const until = job.completed_at === null ? (job.status === 'processing' ? now : null) : Date.parse(job.completed_at);
  return until === null ? null : Math.max(0, (until - Date.parse(job.started_at)) / 1000);
}
