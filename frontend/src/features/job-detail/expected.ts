import type { Job } from '../../shared/api/types';
import type { Messages } from '../../shared/text/messages';
import { clock, relative } from '../../shared/text/times';
import { whyItWaits } from '../../shared/job-table/waiting';

/** Nobody counts less than that. */
const SOON_MS = 11_000;

/** Why a job waits and when it is expected to start, in sentences; none if it does not wait. */
export function expectations(job: Job, now: number, messages: Messages): string[] {
  const why = whyItWaits(job, now, messages);
  if (why === null) {
    return [];
  }
  const { jobPage: text } = messages;
  const estimate = job.waiting?.estimated_start_at ?? null;
  const until = job.waiting?.until ?? null;
  return [
    `${why}.`,
    ...(until !== null && Date.parse(until) > now ? [text.notBefore(clock(until, true))] : []),
    ...(estimate === null ? [] : [expected(estimate, now, text)]),
  ];
}

function expected({ p50, p90 }: { p50: string; p90: string }, now: number, text: Messages['jobPage']): string {
  const soon = when(p50, now, text);
  const late = when(p90, now, text);
  return soon === late ? text.expectedAt(soon) : text.expected(soon, late);
}

/** An estimate that has passed, or is about to, means: any moment. */
function when(at: string, now: number, text: Messages['jobPage']): string {
  return Date.parse(at) - now < SOON_MS ? text.anyMoment : relative(at, now);
}
