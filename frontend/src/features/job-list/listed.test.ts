import { describe, expect, it } from 'vitest';
import type { Job } from '../../shared/api/types';
import { jobsReducer, NO_JOBS, type JobsState } from '../../shared/jobs/jobsState';
import { NO_FILTERS } from '../../shared/job-table/filters';
import { aFinishedJob, aJob, aRunningJob, idOf } from '../../shared/testing/jobs';
import { listed } from './listed';

const knowing = (...jobs: Job[]): JobsState => jobsReducer(NO_JOBS, { type: 'answered', jobs, asOf: 0 });
const all = { oldest: null, more: false };
const numbers = (jobs: Job[]) => jobs.map((job) => Number(job.id.slice(-3)));

describe('the list of jobs', () => {
  it('shows the newest first', () => {
    expect(numbers(listed(knowing(aJob(1), aJob(3), aJob(2)), NO_FILTERS, all))).toEqual([3, 2, 1]);
  });

  it('gains a job that a live event tells of', () => {
    const state = jobsReducer(knowing(aJob(1)), { type: 'happened', event: { type: 'job', job: aJob(9) } });

    expect(numbers(listed(state, NO_FILTERS, { oldest: idOf(1), more: true }))).toEqual([9, 1]);
  });

  it('lets a job go that moves out of the filter, and takes one that moves in', () => {
    const failed = { ...NO_FILTERS, status: ['failed' as const] };
    const before = knowing(aRunningJob(1), aJob(2, { status: 'failed' }));
    expect(numbers(listed(before, failed, all))).toEqual([2]);

    const failure = { status: 'failed' as const, error: 'x', retryCount: 0, maxRetries: 0, dueAt: null };
    const after = [
      { type: 'happened' as const, event: { type: 'failed' as const, id: idOf(1), failure } },
      { type: 'happened' as const, event: { type: 'job' as const, job: aJob(2) } },
    ].reduce(jobsReducer, before);
    expect(numbers(listed(after, failed, all))).toEqual([1]);
  });

  it('ends where it was asked for, though older jobs are known by chance', () => {
    const state = knowing(aFinishedJob(1), aJob(5), aJob(6));

    expect(numbers(listed(state, NO_FILTERS, { oldest: idOf(5), more: true }))).toEqual([6, 5]);
    expect(numbers(listed(state, NO_FILTERS, { oldest: idOf(5), more: false }))).toEqual([6, 5, 1]);
  });

  it('shows nothing before it was asked for', () => {
    expect(listed(knowing(aJob(1)), NO_FILTERS, { oldest: null, more: true })).toEqual([]);
  });
});
