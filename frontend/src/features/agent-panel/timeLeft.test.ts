import { describe, expect, it } from 'vitest';
import { fromJob } from '../../shared/jobs/trackedJob';
import { aJob, aRunningJob } from '../../shared/testing/jobs';
import { english } from '../../shared/text/messages';
import { roughly, untilDone, untilStart } from './timeLeft';

const start = Date.parse('2026-01-01T12:00:01Z');
const running = (progress: number) => fromJob(aRunningJob(1, { progress }), null, 0);

describe('the time left', () => {
  it('is what the rest takes at the pace so far', () => {
    expect(untilDone(running(25), start + 10_000)).toBe(30_000);
    expect(untilDone(running(50), start + 10_000)).toBe(10_000);
  });

  it('is not guessed too early', () => {
    expect(untilDone(running(10), start + 10_000)).toBeNull();
    expect(untilDone(running(90), start + 1_000)).toBeNull();
    expect(untilDone(fromJob(aJob(), null, 0), start)).toBeNull();
  });

  it('until the start is what the service estimates', () => {
    const estimated_start_at = { p50: '2026-01-01T12:00:31Z', p90: '2026-01-01T12:01:00Z' };
    const waiting = fromJob(aJob(1, { waiting: { reason: 'queue', until: null, estimated_start_at } }), null, 0);

    expect(untilStart(waiting, start)).toBe(30_000);
    expect(untilStart(waiting, start + 60_000)).toBe(0);
    expect(untilStart(fromJob(aJob(), null, 0), start)).toBeNull();
  });

  it.each([
    [0, 'a few seconds'],
    [4_000, 'a few seconds'],
    [12_000, 'about 15 s'],
    [59_000, 'about 60 s'],
    [95_000, 'about 2 min'],
  ])('of %i ms is said roughly: %s', (ms, words) => {
    expect(roughly(ms, english.job)).toBe(words);
  });
});
