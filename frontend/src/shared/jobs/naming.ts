import type { Job } from '../api/types';

/** What a job is called: what it drew, or else what was asked for. */
export function titleOf(job: Pick<Job, 'result_data' | 'request_data'>): string {
  return job.result_data?.title ?? job.request_data.instructions;
}

/** A moment, short: the time today, the date before. */
export function whenOf(at: string, now: Date = new Date(), language?: string): string {
  const then = new Date(at);
  const today = then.toDateString() === now.toDateString();
  return today
    ? then.toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit' })
    : then.toLocaleDateString(language, { day: 'numeric', month: 'short' });
}
