import { describe, expect, it } from 'vitest';
import type { Job } from '../../shared/api/types';
import { english } from '../../shared/text/messages';
import { aFinishedJob, aJob } from '../../shared/testing/jobs';
import { expectations } from './expected';

const now = Date.parse('2026-01-01T12:00:00Z');
const waiting = (part: Partial<NonNullable<Job['waiting']>>, job: Partial<Job> = {}) =>
  expectations(
    aJob(1, { waiting: { reason: 'queue', until: null, estimated_start_at: null, ...part }, ...job }),
    now,
    english,
  );

describe('what is expected of a job', () => {
  it('is its place in the queue', () => {
    expect(waiting({})).toEqual(['Next in line.']);
    expect(waiting({}, { queue_position: 3 })).toEqual(['3 jobs ahead.']);
  });

  it('is when it may start', () => {
    const until = '2026-01-01T15:00:00Z';

    expect(waiting({ reason: 'scheduled', until })[0]).toBe('Starts in 3 hours.');
    expect(waiting({ reason: 'scheduled', until })[1]).toMatch(/^Not before \d\d:00:00\.$/);
  });

  it('is an estimate, with its worst case where that is another', () => {
    const estimated_start_at = { p50: '2026-01-01T12:02:00Z', p90: '2026-01-01T12:09:00Z' };

    expect(waiting({ estimated_start_at })[1]).toBe('Expected to start in 2 minutes, in 9 minutes at the latest.');
    expect(waiting({ estimated_start_at: { ...estimated_start_at, p90: estimated_start_at.p50 } })[1]).toBe(
      'Expected to start in 2 minutes.',
    );
  });

  it('is any moment once an estimate has passed', () => {
    const past = '2026-01-01T11:00:00Z';

    expect(waiting({ estimated_start_at: { p50: past, p90: past } })[1]).toBe('Expected to start any moment.');
  });

  it('is nothing once it has ended', () => {
    expect(expectations(aFinishedJob(), now, english)).toEqual([]);
  });
});
