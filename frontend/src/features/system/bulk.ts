import type { components } from '../../shared/api/schema';
import type { Job } from '../../shared/api/types';
import { canBe } from '../../shared/job-table/moves';
import type { JobFilters } from '../../shared/job-table/filters';
import type { Messages } from '../../shared/text/messages';
import type { Moved } from './requests/moveJobs';

export type BulkMove = 'retry' | 'cancel';

/** The most that one request moves. */
export const LIMIT = 1_000;

const RETRIED = ['failed', 'cancelled'] as const;
const CANCELLED = ['queued', 'processing'] as const;

/** What is asked for of many jobs: those that are named, or all that match. */
export type BulkTarget = { kind: 'selected'; ids: string[] } | { kind: 'matching'; filters: JobFilters };

export interface BulkRequest {
  retry: components['schemas']['RetryJobs'];
  cancel: components['schemas']['CancelJobs'];
}

/**
 * Statuses of a filter that a move does not apply to fall away. If that leaves none, the move is for nothing that is
 * shown: then there is nothing to ask, rather than to move jobs that nobody looks at.
 */
export function statusesFor(move: BulkMove, { status }: JobFilters): string[] {
  const possible: readonly string[] = move === 'retry' ? RETRIED : CANCELLED;
  return status.length === 0 ? defaultStatuses(move) : status.filter((one) => possible.includes(one));
}

/** Whoever cancelled a job meant it: without being told, only failed ones are tried again. */
function defaultStatuses(move: BulkMove): string[] {
  return move === 'retry' ? ['failed'] : [...CANCELLED];
}

export function requestOf(target: BulkTarget): BulkRequest {
  if (target.kind === 'selected') {
    const named = { job_ids: target.ids, limit: LIMIT };
    return { retry: named, cancel: named };
  }
  const { type, tag, user } = target.filters;
  const rest = {
    ...(type === '' ? {} : { job_type: type }),
    ...(tag === '' ? {} : { tag }),
    ...(user === '' ? {} : { user_id: user }),
    limit: LIMIT,
  };
  return {
    retry: { status: RETRIED.filter((one) => statusesFor('retry', target.filters).includes(one)), ...rest },
    cancel: { status: CANCELLED.filter((one) => statusesFor('cancel', target.filters).includes(one)), ...rest },
  };
}

/** Those of the listed jobs that a move by filter is for. */
export function affected(move: BulkMove, filters: JobFilters, jobs: Job[]): number {
  const statuses = statusesFor(move, filters);
  return jobs.filter((job) => canBe(move, job) && statuses.includes(job.status)).length;
}

/** The filters of a move by filter, as a person reads them. */
export function inWords(move: BulkMove, filters: JobFilters, messages: Messages): string {
  const { jobs: text, system, status } = messages;
  const statuses = statusesFor(move, filters).map((one) => status[one as keyof typeof status]);
  const parts = [
    `${text.status} ${statuses.join(' / ')}`,
    ...(filters.type === '' ? [] : [`${text.type} ${text.types[filters.type]}`]),
    ...(filters.tag === '' ? [] : [`${text.tag} “${filters.tag}”`]),
    filters.user === '' ? system.everyUser : `${text.user} “${filters.user}”`,
  ];
  return parts.join(', ');
}

/** What became of it. */
export function outcomeOf(move: BulkMove, { matched, done, more }: Moved, { system: text }: Messages): string {
  if (matched === 0) {
    return text.nothingMatched;
  }
  return [
    move === 'retry' ? text.retried(done) : text.cancelled(done),
    ...(matched > done ? [text.skipped(matched - done)] : []),
    ...(more ? [text.moreLeft] : []),
  ].join(' ');
}
