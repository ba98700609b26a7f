import { describe, expect, it } from 'vitest';
import { NO_FILTERS, type JobFilters } from '../../shared/job-table/filters';
import { aFinishedJob, aJob, aRunningJob } from '../../shared/testing/jobs';
import { english } from '../../shared/text/messages';
import { affected, inWords, outcomeOf, requestOf, statusesFor } from './bulk';

const by = (part: Partial<JobFilters>): JobFilters => ({ ...NO_FILTERS, ...part });

describe('a move of many jobs', () => {
  it('names those that are selected', () => {
    const { retry, cancel } = requestOf({ kind: 'selected', ids: ['a', 'b'] });

    expect(retry).toEqual({ job_ids: ['a', 'b'], limit: 1_000 });
    expect(cancel).toEqual(retry);
  });

  it('says what it looks for, and only that', () => {
    const filters = by({ type: 'modify_canvas', tag: 'demo', user: 'bob', status: ['failed'] });

    expect(requestOf({ kind: 'matching', filters }).retry).toEqual({
      status: ['failed'],
      job_type: 'modify_canvas',
      tag: 'demo',
      user_id: 'bob',
      limit: 1_000,
    });
  });

  it('tries again what was cancelled only where that was asked for', () => {
    expect(statusesFor('retry', NO_FILTERS)).toEqual(['failed']);
    expect(statusesFor('retry', by({ status: ['cancelled', 'queued'] }))).toEqual(['cancelled']);
  });

  it('is for nothing where the filter shows nothing that it is for', () => {
    const done = by({ status: ['completed'] });

    expect(statusesFor('cancel', done)).toEqual([]);
    expect(affected('cancel', done, [aFinishedJob()])).toBe(0);
  });

  it('counts those of the listed jobs that it is for', () => {
    const jobs = [aJob(1), aRunningJob(2), aFinishedJob(3), aJob(4, { status: 'failed' }), aJob(5, { status: 'cancelled' })];

    expect(affected('cancel', NO_FILTERS, jobs)).toBe(2);
    expect(affected('retry', NO_FILTERS, jobs)).toBe(1);
  });

  it('is put in words before and after', () => {
    expect(inWords('cancel', by({ user: 'bob', tag: 'demo' }), english)).toBe(
      'Status Waiting / Drawing, Tag “demo”, User “bob”',
    );
    expect(inWords('retry', NO_FILTERS, english)).toBe('Status Failed, everybody’s jobs');
    expect(outcomeOf('retry', { matched: 4, done: 3, more: true }, english)).toBe(
      '3 jobs started again. 1 job had moved on meanwhile and was left alone. There are more: do it again to go on.',
    );
    expect(outcomeOf('cancel', { matched: 0, done: 0, more: false }, english)).toBe('No job was in a state for that.');
  });
});
